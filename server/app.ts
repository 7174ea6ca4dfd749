/** Builds the application from what it needs; `main.ts` runs it, tests drive it with `inject`. */
import { createServer, type Server } from 'node:http';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { apiDocs } from './api-docs';
import { calendarRoutes } from './calendar/routes';
import type { Config } from './config';
import type { Database } from './db/database';
import { handleError, sendProblem } from './http/errors';
import { Availabilities } from './events/availability';
import { eventRoutes } from './publishing/routes';
import { Heads } from './campaigns/heads';
import { ReadyPages } from './feed/ready-pages';
import { feedRoutes, serveReady, type FeedDeps } from './feed/routes';
import { startBackground } from './jobs/background';
import type { Schedule } from './jobs/schedule';
import { healthRoutes } from './health';
import { describeError, serializeError } from './http/logging';
import { collectMethods } from './http/method-not-allowed';
import { metricsRoutes } from './metrics';
import { MiniProgramCodes } from './wechat/codes';
import { miniProgramCodeRoutes } from './wechat/code-routes';
import { participantRoutes } from './participant-routes';
import type { Encryptor } from './crypto/encryptor';
import { compileValidator } from './http/validation';
import { consoleAppRoutes } from './web/console-app';
import { sharePageRoutes } from './web/share-page';
import { hasApp, isPageAsked, scriptHashes, webAppRoutes } from './web/web-app';
import { WechatApi } from './wechat/wechat-api';

const BODY_BYTES = 64 * 1024;
const PAGE_SIZE = 500;
const PAGES_BYTES = 64 * 1024 * 1024;
/** Longer than the usual proxy keeps its connections, so that it never sends into one that is just being closed. */
const KEEP_ALIVE_MS = 72_000;
const REQUEST_MS = 30_000;
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface AppDeps {
  readonly config: Pick<
    Config,
    'publisherToken' | 'sample' | 'rateLimit' | 'trustProxy' | 'logLevel' | 'wechat' | 'messageTemplates' | 'deployment'
  >;
  /** Open and migrated; whoever opened it closes it. */
  readonly database: Database;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  /** The folder of the browser build; `null`: only the API. */
  readonly webRoot: string | null;
  /** The folder of the organisers' console; `null` or left out: there is none. */
  readonly consoleRoot?: string | null;
  /** The most changes on one page of the feed. */
  readonly pageSize?: number;
  /** Where log lines go, one JSON each; unset, to standard output. */
  readonly logTo?: { readonly write: (line: string) => void };
}

/** The framework's types know the number of proxies only as a rule. */
function presentTrust(trust: Config['trustProxy']): string | boolean | ((address: string, hop: number) => boolean) {
  return typeof trust === 'number' ? (_address, hop) => hop < trust : trust;
}

/** Only the API has schemas, and its own compilers for them. */
const compileNothing = () => (): never => {
  throw new Error('a route outside the API has a schema');
};

async function limitWrites(app: FastifyInstance, most: number | null): Promise<void> {
  await app.register(rateLimit, { global: false });
  if (most === null) return;
  const limit = app.rateLimit({ max: most, timeWindow: '1 minute' });
  app.addHook('onRequest', async function (request, reply) {
    if (!READING.has(request.method)) await limit.call(this, request, reply);
  });
}

function logResponses(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, log } = request;
    log.info({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    done();
  });
}

/** WeChat calls every POST and DELETE JSON, those that carry nothing too: nothing is a body left out. */
function parseJsonBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null);
    else void parseJson(request, body.toString(), done);
  });
}

async function securityHeaders(app: FastifyInstance, webRoot: string | null): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'", ...scriptHashes(webRoot)],
        // Taro's components and the page router set styles from script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // The icons of Taro's toasts.
        fontSrc: ["'self'", 'data:'],
      },
    },
  });
}

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, now, encryptor, webRoot } = deps;
  const { db } = database;
  const heads = new Heads(database, {
    sample: config.sample,
    onLookFailed: (error) => {
      app.log.warn({ error: describeError(error) }, 'cannot look for changes');
    },
  });
  const pages = new ReadyPages(db, { pageSize: deps.pageSize ?? PAGE_SIZE, mostBytes: PAGES_BYTES });
  const feed: FeedDeps = { heads, pages, counts: { hit: 0, notModified: 0, made: 0 } };
  const wechat = config.wechat && new WechatApi(config.wechat, now);
  const codes = wechat && new MiniProgramCodes(wechat, now);
  // Without a mini-program there is nobody to send messages to.
  const templates = wechat ? config.messageTemplates : [];
  let isStopping = false;
  let background: Schedule | undefined;

  const app: FastifyInstance = fastify({
    serverFactory: (handle): Server =>
      createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS }, (request, response) => {
        if (isStopping || !serveReady(feed, request, response)) handle(request, response);
      }),
    logger: {
      level: config.logLevel,
      serializers: { err: serializeError },
      ...(deps.logTo && { stream: deps.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    trustProxy: presentTrust(config.trustProxy),
    forceCloseConnections: 'idle',
    // Without these Fastify loads Ajv and its own serializer, which nothing here uses and a start would wait for.
    schemaController: { compilersFactory: { buildValidator: compileNothing, buildSerializer: compileNothing } },
    frameworkErrors: (error, request, reply) => {
      void handleError(error, request, reply);
    },
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((request, reply) =>
    // The app itself says that there is no such page, and shows the way on.
    hasApp(webRoot) && isPageAsked(request) ? reply.sendFile('index.html') : sendProblem(reply, 'not-found'),
  );
  app.addHook('onReady', (done) => {
    heads.start().then(() => {
      background = startBackground({ db, templates, wechat, now, encryptor, log: app.log });
      done();
    }, done);
  });
  app.addHook('preClose', (done) => {
    isStopping = true;
    heads.stop();
    background?.stop().then(() => {
      done();
    }, done);
    if (!background) done();
  });

  parseJsonBodies(app);
  logResponses(app);
  await securityHeaders(app, webRoot);
  await limitWrites(app, config.rateLimit);
  await apiDocs(app);
  await app.register(async (api) => {
    const refuseOtherMethods = collectMethods(api);
    api.setValidatorCompiler(compileValidator);
    api.setSerializerCompiler(() => JSON.stringify);
    metricsRoutes(api, feed);
    healthRoutes(api, db, () => isStopping);
    feedRoutes(api, feed);
    participantRoutes(api, {
      database,
      config,
      templates,
      now,
      encryptor,
      isShown: (id) => heads.get(id) !== undefined,
    });
    eventRoutes(api, {
      db,
      heads,
      availabilities: new Availabilities(db, now),
      publisherToken: config.publisherToken,
      now,
      templates,
    });
    calendarRoutes(api, { db, heads, now, webAddress: config.deployment.webAddress ?? null });
    miniProgramCodeRoutes(api, { db, heads, codes });
    refuseOtherMethods();
    await Promise.resolve();
  });
  sharePageRoutes(app, { db, heads });
  await webAppRoutes(app, webRoot);
  await consoleAppRoutes(app, deps.consoleRoot ?? null);
  return app;
}
