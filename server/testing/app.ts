/** The real application on a real database, and a short way to talk to it. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { WirePublishBody } from '../../domain/event/event';
import { FeedPageSchema, type FeedPage } from '../../domain/feed/feed';
import { buildApp, type AppDeps } from '../app';
import { importContent, type Content } from '../content/import-content';
import type { Database, DatabaseOptions, Db } from '../db/database';
import { openDatabase } from '../db/open';
import { account, job, notice, pushGrant, pushMessage, session, signUp } from '../db/account-schema';
import { audit } from '../db/audit-schema';
import { doorDevice, doorPairing, scan, scanSettlement } from '../db/door-schema';
import { eventDraft, eventImport, eventVersion } from '../db/draft-schema';
import { eventPart, figureMark } from '../db/figure-schema';
import { organisation } from '../db/organisation-schema';
import { campaignDraft } from '../db/campaign-draft-schema';
import { report } from '../db/report-schema';
import { campaign, event, meta, programmeItem } from '../db/schema';
import { summary, summaryPicture, summaryReceived, summaryReminder, summaryVersion } from '../db/summary-schema';
import { apiToken, invitation, member, memberPhone, signInFailure } from '../db/staff-schema';
import { Encryptor } from '../crypto/encryptor';
import { bodyOf, campaignOf, PROGRAMME } from './content';
import { makeDatabase, type Engine } from './database';

export const TOKEN = 'the-publishers-token-of-the-tests-0123456789';
export const ENCRYPTOR = new Encryptor([{ id: 'test', key: Buffer.alloc(32, 1) }]);
export const NOW = Date.UTC(2026, 8, 1);

/** The first start of the embedded engine makes its folder, which takes some seconds on a busy machine. */
export const SLOW_MS = 60_000;

/** Quiet: nobody listens to what a database says when a test takes it away. */
const SILENT = { onConnectionLost: (): void => undefined };

export interface OpenTestDatabase extends Database {
  /** Empties every table. */
  readonly clear: () => Promise<void>;
  readonly options: DatabaseOptions;
  readonly closeAndRemove: () => Promise<void>;
}

/** Nobody else may: the log is append-only. */
export async function emptyAudit(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit disable trigger user`);
    await tx.delete(audit);
    await tx.execute(sql`alter table audit enable trigger user`);
  });
}

/** Nor of this: versions are only added. */
async function emptySummaries(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table summary_version disable trigger user`);
    await tx.delete(summaryVersion);
    await tx.execute(sql`alter table summary_version enable trigger user`);
    await tx.delete(summary);
  });
}

async function emptyScans(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    for (const table of [scanSettlement, scan]) {
      await tx.execute(sql`alter table ${table} disable trigger user`);
      await tx.delete(table);
      await tx.execute(sql`alter table ${table} enable trigger user`);
    }
    for (const table of [doorPairing, doorDevice]) await tx.delete(table);
  });
}

export async function openTestDatabase(engine: Engine): Promise<OpenTestDatabase> {
  const { options, remove } = await makeDatabase(engine);
  const database = await openDatabase(options, SILENT);
  await database.migrate();
  return {
    ...database,
    options,
    clear: async () => {
      await emptyScans(database.db);
      const people = [pushMessage, pushGrant, notice, signUp, memberPhone, session, account, job];
      const summaries = [summaryReceived, summaryReminder, summaryPicture, eventPart, figureMark];
      for (const table of summaries) await database.db.delete(table);
      await emptySummaries(database.db);
      const staff = [
        report,
        campaignDraft,
        eventImport,
        eventDraft,
        eventVersion,
        apiToken,
        invitation,
        member,
        signInFailure,
      ];
      for (const table of [...people, ...staff, event, organisation, programmeItem, campaign, meta]) {
        await database.db.delete(table);
      }
      await emptyAudit(database.db);
    },
    closeAndRemove: async () => {
      await database.close();
      await remove();
    },
  };
}

/** One open campaign, `open`, and one of last year, `past`. */
export const CONTENT: Content = {
  official: [
    { campaign: campaignOf('open'), programme: PROGRAMME },
    { campaign: campaignOf('past', { year: 2025, state: 'archived' }), programme: PROGRAMME },
  ],
  makeSample: null,
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly raw: Buffer;
  readonly json: () => unknown;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly ask: (options: InjectOptions | string) => Promise<Answer>;
  /** As the publisher. */
  readonly publish: (id: string, change?: Partial<WirePublishBody>) => Promise<Answer>;
  readonly cancel: (id: string, reason?: string) => Promise<Answer>;
  readonly remove: (id: string) => Promise<Answer>;
  /** A page, parsed as the phone parses it; throws unless it is one. */
  readonly feed: (query: Readonly<Record<string, string>>) => Promise<FeedPage>;
}

export type TestAppOptions = Partial<Omit<AppDeps, 'config' | 'database'>> & {
  readonly config?: Partial<AppDeps['config']>;
};

/** With a party no larger than the capacity, so that a test of few seats need not speak of parties. */
function fitted(body: WirePublishBody): WirePublishBody {
  const { signUp } = body;
  if (!signUp) return body;
  return { ...body, signUp: { ...signUp, maxParty: Math.min(signUp.maxParty, signUp.capacity) } };
}

export async function makeApp(database: Database, options: TestAppOptions = {}): Promise<TestApp> {
  const app = await buildApp({
    now: () => NOW,
    webRoot: null,
    encryptor: ENCRYPTOR,
    passwordCost: { N: 2 ** 10, r: 8, p: 1 },
    ...options,
    database,
    config: {
      publisherToken: TOKEN,
      sample: true,
      rateLimit: null,
      trustProxy: false,
      logLevel: 'silent',
      wechat: null,
      messageTemplates: [],
      deployment: {},
      embedSites: [],
      secondFactorRequired: false,
      ...options.config,
    },
  });
  await app.ready();
  const ask = async (request: InjectOptions | string): Promise<Answer> => {
    const response = await app.inject(request);
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      raw: response.rawPayload,
      json: () => response.json<unknown>(),
    };
  };
  const headers = { authorization: `Bearer ${TOKEN}` };
  return {
    app,
    ask,
    publish: (id, change) =>
      ask({ method: 'PUT', url: `/api/v1/events/${id}`, headers, payload: fitted(bodyOf(change)) }),
    cancel: (id, reason = '天气原因') =>
      ask({ method: 'POST', url: `/api/v1/events/${id}/cancel`, headers, payload: { reason } }),
    remove: (id) => ask({ method: 'DELETE', url: `/api/v1/events/${id}`, headers }),
    feed: async (query) => {
      const { status, text, json } = await ask({ method: 'GET', url: '/api/v1/feed', query });
      if (status !== 200) throw new Error(`feed answered ${status}: ${text}`);
      return v.parse(FeedPageSchema, json());
    },
  };
}

/** On an emptied database with CONTENT. */
export async function makeFreshApp(database: OpenTestDatabase, options: TestAppOptions = {}): Promise<TestApp> {
  await database.clear();
  await importContent(database.db, CONTENT, NOW);
  return makeApp(database, options);
}
