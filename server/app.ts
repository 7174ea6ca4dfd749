/** Builds the application from what it needs; `main.ts` runs it, tests drive it with `inject`. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import fastify, { LogController, type FastifyInstance } from 'fastify';
import { chooseGuards } from './access/guards';
import { guardRoutes } from './access/guard-routes';
import { makeRequireAccount } from './access/require-account';
import { requirePublisher } from './access/publisher';
import { apiDocs, describeApi } from './api-docs';
import { calendarRoutes } from './calendar/routes';
import type { Config } from './config';
import type { Database } from './db/database';
import { handleError, sendProblem } from './http/errors';
import { importRoutes } from './imports/import-routes';
import { decisionRoutes } from './publishing/decision-routes';
import { campaignDraftRoutes } from './campaign-drafts/routes';
import { draftRoutes } from './publishing/draft-routes';
import { AvailabilityCache } from './events/availability';
import { eventRoutes } from './publishing/routes';
import { figureRoutes } from './figures/figure-routes';
import { rosterRoutes } from './rosters/roster-routes';
import { summaryBelowRoutes } from './summaries/below-routes';
import { summaryPictureRoutes } from './summaries/picture-routes';
import { summaryRoutes } from './summaries/summary-routes';
import { CampaignRegistry } from './campaigns/registry';
import { EventTexts } from './feed/event-texts';
import { FeedPages } from './feed/feed-pages';
import { PageCache } from './http/page-cache';
import { feedRoutes, serveReady, type FeedDeps } from './feed/routes';
import { warmTexts } from './feed/warm-texts';
import { startBackground } from './jobs/background';
import type { Schedule } from './jobs/schedule';
import { healthRoutes } from './health';
import { makeDoorSide } from './check-in-routes';
import { reportRoutes } from './reports/routes';
import { parseJsonBodies } from './http/json-bodies';
import { limitCallers, refuseWritesWithoutRoom } from './http/limits';
import { describeError, logResponses, serializeError } from './http/logging';
import { collectMethods } from './http/method-not-allowed';
import { metricsRoutes } from './metrics';
import { makeStaffSide } from './staff-routes';
import { MiniProgramCodes } from './wechat/codes';
import { miniProgramCodeRoutes } from './wechat/code-routes';
import { participantRoutes } from './participant-routes';
import type { Encryptor } from './crypto/encryptor';
import type { PasswordCost } from './crypto/password-hasher';
import { securityHeaders } from './http/security-headers';
import { shedLoad } from './http/shed-load';
import { presentTrust } from './http/trust-proxy';
import { compileValidator } from './http/validation';
import { consoleAppRoutes } from './web/console-app';
import { doorAppRoutes } from './web/door-app';
import { syndicationRoutes } from './syndication/routes';
import { sharePageRoutes } from './web/share-page';
import { hasApp, isPageAsked, scriptHashes, webAppRoutes } from './web/web-app';
import { WechatApi } from './wechat/wechat-api';

const BODY_BYTES = 64 * 1024;
const PAGE_SIZE = 500;
const PAGES_BYTES = 64 * 1024 * 1024;
/** The contents of some 30,000 events. */
const TEXTS_BYTES = 48 * 1024 * 1024;
/** Longer than the usual proxy keeps its connections, so that it never sends into one that is just being closed. */
const KEEP_ALIVE_MS = 72_000;
const REQUEST_MS = 30_000;
/** A reader that takes nothing for so long is let go, with what was to be sent. */
const STUCK_MS = 20_000;
/** Of what one address may write, which thousands of phones can share, one account may write a tenth. */
const ACCOUNT_SHARE = 10;
export interface AppDeps {
  readonly config: Pick<
    Config,
    | 'publisherToken'
    | 'sample'
    | 'rateLimit'
    | 'trustProxy'
    | 'logLevel'
    | 'wechat'
    | 'messageTemplates'
    | 'deployment'
    | 'embedSites'
    | 'secondFactorRequired'
  >;
  /** Open and migrated; the caller closes it. */
  readonly database: Database;
  readonly now: () => number;
  /** Milliseconds by a clock that only goes forward; unset, the process's own. */
  readonly uptime?: () => number;
  readonly encryptor: Encryptor;
  /** The folder of the browser build; `null`: only the API. */
  readonly webRoot: string | null;
  /** Beyond this delay of its timers the process refuses work; unset, it never does. */
  readonly mostDelayMs?: number;
  /** How long a connection may stand still in the midst of a request or an answer. */
  readonly stuckMs?: number;
  /** The folder of the organisers' console; `null` or left out: there is none. */
  readonly consoleRoot?: string | null;
  /** The folder of the page of the door, likewise. */
  readonly doorRoot?: string | null;
  /** The most changes on one page of the feed. */
  readonly pageSize?: number;
  /** What a password costs to hash; tests pay less. */
  readonly passwordCost?: PasswordCost;
  /** Where log lines go, one JSON each; unset, to standard output. */
  readonly logTo?: { readonly write: (line: string) => void };
}

/** Only the API has schemas, and its own compilers for them. */
const compileNothing = () => (): never => {
  throw new Error('a route outside the API has a schema');
};

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, database, now, encryptor, webRoot } = deps;
  const { db } = database;
  const texts = new EventTexts(TEXTS_BYTES);
  const registry = new CampaignRegistry(database, {
    sample: config.sample,
    onLookFailed: (error) => {
      app.log.warn({ error: describeError(error) }, 'cannot look for changes');
    },
    onWentBack: (campaign) => {
      app.log.error({ campaign }, 'the database went back to an older state: every phone takes a full copy');
    },
    onChanged: (rows) => {
      texts.put(rows);
    },
  });
  const cache = new PageCache(PAGES_BYTES);
  const pages = new FeedPages({ db, registry, cache, texts, pageSize: deps.pageSize ?? PAGE_SIZE });
  const feed: FeedDeps = { registry, pages, cache, texts, counts: { hit: 0, notModified: 0, made: 0 } };
  const wechat = config.wechat && new WechatApi(config.wechat, now);
  const codes = wechat && new MiniProgramCodes(wechat, now);
  // Without a mini-program there is nobody to send messages to.
  const templates = wechat ? config.messageTemplates : [];
  let isStopping = false;
  const warmUp = (): void => {
    const head = registry.current();
    if (!head) return;
    warmTexts(db, head, texts, () => !isStopping).catch((error: unknown) => {
      app.log.warn({ error: describeError(error) }, 'cannot read the latest events in advance');
    });
  };
  let background: Schedule | undefined;

  const app: FastifyInstance = fastify({
    serverFactory: (handle): Server =>
      createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: REQUEST_MS }, (request, response) => {
        if (isStopping || !serveReady(feed, request, response)) handle(request, response);
      }).setTimeout(deps.stuckMs ?? STUCK_MS),
    logger: {
      level: config.logLevel,
      serializers: { err: serializeError },
      ...(deps.logTo && { stream: deps.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
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
    registry.start().then(() => {
      background = startBackground({ database, templates, wechat, now, encryptor, log: app.log });
      done();
    }, done);
  });
  app.addHook('onListen', (done) => {
    warmUp();
    done();
  });
  app.addHook('preClose', (done) => {
    isStopping = true;
    registry.stop();
    background?.stop().then(() => {
      done();
    }, done);
    if (!background) done();
  });

  parseJsonBodies(app);
  logResponses(app);
  await securityHeaders(app, scriptHashes(webRoot));
  await shedLoad(app, deps.mostDelayMs ?? null);
  refuseWritesWithoutRoom(app, database.canWrite);
  await limitCallers(app, config.rateLimit);
  // What plugins register by themselves is for everybody; all that follows names its access.
  await apiDocs(app);
  await webAppRoutes(app, webRoot);
  await consoleAppRoutes(app, deps.consoleRoot ?? null);
  await doorAppRoutes(app, deps.doorRoot ?? null);
  const mostWrites = config.rateLimit === null ? null : Math.ceil(config.rateLimit / ACCOUNT_SHARE);
  const staffSide = await makeStaffSide(app, { db, now, encryptor, config, passwordCost: deps.passwordCost });
  const doorSide = makeDoorSide(app, { db, now, encryptor });
  guardRoutes(
    app,
    chooseGuards({
      account: makeRequireAccount(app, { db, now, mostWrites }),
      publisher: requirePublisher(config.publisherToken, staffSide.findApiToken),
      device: doorSide.guard,
      ...staffSide.guards,
    }),
  );
  describeApi(app);
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
      isShown: (id) => registry.get(id) !== undefined,
    });
    eventRoutes(api, {
      db,
      registry,
      availabilities: new AvailabilityCache(db, now, deps.uptime ?? (() => performance.now())),
      now,
      templates,
      isWechatOn: wechat !== null,
    });
    staffSide.addRoutes(api);
    const drafts = { db, registry, now, templates };
    draftRoutes(api, { ...drafts, isWechatOn: wechat !== null });
    decisionRoutes(api, drafts);
    rosterRoutes(api, { db, now, encryptor });
    figureRoutes(api, { db, registry, now });
    for (const routes of [summaryRoutes, summaryBelowRoutes, summaryPictureRoutes]) {
      routes(api, { db, registry, now, encryptor });
    }
    doorSide.addRoutes(api);
    await importRoutes(api, drafts);
    campaignDraftRoutes(api, { db, registry, now });
    calendarRoutes(api, { db, registry, cache, now, webAddress: config.deployment.webAddress ?? null });
    reportRoutes(api, { db, now, encryptor, rateLimit: config.rateLimit });
    syndicationRoutes(api, { db, registry, cache, now, deployment: config.deployment, embedSites: config.embedSites });
    miniProgramCodeRoutes(api, { db, registry, codes });
    refuseOtherMethods();
    await Promise.resolve();
  });
  sharePageRoutes(app, { db, registry });
  return app;
}
