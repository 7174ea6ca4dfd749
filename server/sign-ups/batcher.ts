/**
 * The way to the transaction: what queues up is decided together, what does not goes alone (docs/decisions/0007). A few
 * lanes, each one transaction at a time; an event is in one lane only, since there it would but wait for its own lock.
 */
import type { Db } from '../db/database';
import { describeError } from '../http/logging';
import { type SignUpOutcome, type SignUpRequest, registerBatch, type RegisterDeps } from './register-batch';

const MOST_AT_ONCE = 200;

interface Waiting {
  readonly request: SignUpRequest;
  readonly resolve: (outcome: SignUpOutcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions extends RegisterDeps {
  /** Transactions at a time. */
  readonly lanes: number;
}

/**
 * The database refused rows, rather than to work: then each is tried alone, so that one does not take the others along.
 * What was committed is known again by its id.
 */
function isAboutRows(error: unknown): boolean {
  const { code, cause } = describeError(error);
  return /^(22|23|40)/.test(cause?.code ?? code ?? '');
}

const keyOf = ({ accountId, body }: SignUpRequest): string => `${accountId} ${body.id}`;

export class SignUpBatcher {
  private waiting: Waiting[] = [];
  private readonly busyEvents = new Set<string>();
  private freeLanes: number;

  constructor(
    private readonly db: Db,
    private readonly options: BatcherOptions,
  ) {
    this.freeLanes = options.lanes;
  }

  /** Resolves once the decision is committed; rejects only when the database fails. */
  take(request: SignUpRequest): Promise<SignUpOutcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.start();
    });
  }

  private start(): void {
    while (this.freeLanes > 0) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      void this.run(batch);
    }
  }

  /** Everything whose event is not being decided on, first come first; of two with one id the second waits. */
  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    const keys = new Set<string>();
    for (const each of this.waiting) {
      const key = keyOf(each.request);
      const fits = batch.length < MOST_AT_ONCE && !this.busyEvents.has(each.request.body.eventId) && !keys.has(key);
      if (fits) {
        keys.add(key);
        batch.push(each);
      } else rest.push(each);
    }
    this.waiting = rest;
    return batch;
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    const events = new Set(batch.map(({ request }) => request.body.eventId));
    this.freeLanes -= 1;
    for (const id of events) this.busyEvents.add(id);
    try {
      await this.decide(batch);
    } finally {
      this.freeLanes += 1;
      for (const id of events) this.busyEvents.delete(id);
      this.start();
    }
  }

  private async decide(batch: readonly Waiting[], isLastTry = false): Promise<void> {
    try {
      const requests = batch.map(({ request }) => request);
      const outcomes = await this.db.transaction((tx) => registerBatch(tx, requests, this.options));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome) resolve(outcome);
        else reject(new Error('a request was left out'));
      });
    } catch (error) {
      if (isLastTry || !isAboutRows(error)) for (const { reject } of batch) reject(error);
      else for (const each of batch) await this.decide([each], true);
    }
  }
}
