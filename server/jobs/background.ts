/** What the server does unasked: jobs that are due, and messages that wait to be sent. */
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '../db/database';
import { describeError } from '../http/logging';
import { sendDue } from '../notices/push-outbox';
import type { MessageTemplate } from '../notices/templates';
import { WechatSender } from '../notices/wechat-sender';
import type { Encryptor } from '../crypto/encryptor';
import type { WechatApi } from '../wechat/wechat-api';
import { jobsOf } from './jobs';
import { runJob } from './run-job';
import { runEvery, type Schedule } from './schedule';

const JOBS_MS = 30_000;
const MESSAGES_MS = 3_000;

export interface BackgroundDeps {
  readonly db: Db;
  /** What may be sent; none where nothing is set up. */
  readonly templates: readonly MessageTemplate[];
  /** `null`: not a mini-program's server. */
  readonly wechat: WechatApi | null;
  readonly now: () => number;
  readonly encryptor: Encryptor;
  readonly log: FastifyBaseLogger;
}

export function startBackground({ db, templates, wechat, now, encryptor, log }: BackgroundDeps): Schedule {
  const onFailed =
    (job: string) =>
    (error: unknown): void => {
      log.error({ job, error: describeError(error) }, 'a job failed; it will be tried again');
    };
  const schedules = jobsOf(templates).map((job) => runEvery(JOBS_MS, () => runJob(db, job, now()), onFailed(job.name)));
  if (wechat && templates.length > 0) {
    const outbox = { db, now, encryptor, templates, sender: new WechatSender(wechat) };
    schedules.push(runEvery(MESSAGES_MS, () => sendDue(outbox), onFailed('messages')));
  }
  return {
    stop: () => Promise.all(schedules.map((schedule) => schedule.stop())),
  };
}
