import type { LaunchSettings, RecordedCall } from '../launch-options';

export type Fields = Record<string, unknown>;
type Callback = (result: Fields) => void;

/** An expected refusal of an API: the end of WeChat's `errMsg`, and its number where it has one. */
export class Refusal {
  constructor(
    readonly reason: string,
    readonly fields: Fields = {},
  ) {}
}

export type ApiResult = Fields | Refusal | undefined;
type Run = (options: Fields) => ApiResult | Promise<ApiResult>;
export type ApiTable = Record<string, unknown>;

const callback = (options: Fields, name: string): Callback | undefined =>
  typeof options[name] === 'function' ? (options[name] as Callback) : undefined;

/** What a test may read of an argument: functions cannot leave the page. */
const readable = (value: unknown): unknown => {
  try {
    return (JSON.parse(JSON.stringify({ value })) as { value?: unknown }).value ?? null;
  } catch {
    return String(value);
  }
};

/** Builds `wx` functions that behave alike: recorded, refusable, answered by callbacks or, without any, by a promise. */
export class ApiMaker {
  readonly calls: RecordedCall[] = [];
  /** Told of every use, for those who keep count of what a person was asked. */
  onUse: (name: string) => void = () => undefined;

  constructor(private readonly launch: LaunchSettings) {}

  record(name: string, args: unknown[]): void {
    this.calls.push({ name, args: args.map(readable) });
  }

  /** A function that answers at once. */
  sync<Arguments extends unknown[], Result>(
    name: string,
    run: (...args: Arguments) => Result,
  ): (...args: Arguments) => Result {
    return (...args) => {
      this.record(name, args);
      return run(...args);
    };
  }

  /** A function of one options object with `success`, `fail` and `complete`. */
  async(name: string, run: Run, denied: Run = () => new Refusal('auth deny')): (options?: Fields) => unknown {
    return (options = {}) => {
      this.record(name, [options]);
      return this.settle(name, options, this.outcome(name, options, run, denied));
    };
  }

  settle(name: string, options: Fields, outcome: Promise<ApiResult>): Promise<Fields> | undefined {
    const success = callback(options, 'success');
    const fail = callback(options, 'fail');
    const complete = callback(options, 'complete');
    const settled = outcome.then((result) => {
      const refused = result instanceof Refusal;
      const answer = refused
        ? { ...result.fields, errMsg: `${name}:fail ${result.reason}` }
        : { ...result, errMsg: `${name}:ok` };
      return { refused, answer };
    });
    if (!success && !fail && !complete) {
      return settled.then(({ refused, answer }) => {
        if (refused) throw Object.assign(new Error(answer.errMsg), answer);
        return answer;
      });
    }
    void settled.then(({ refused, answer }) => {
      try {
        if (refused) fail?.(answer);
        else success?.(answer);
      } finally {
        complete?.(answer);
      }
    });
    return undefined;
  }

  private async outcome(name: string, options: Fields, run: Run, denied: Run): Promise<ApiResult> {
    // WeChat's answers never come within the call.
    await Promise.resolve();
    this.onUse(name);
    if (this.launch.denied.includes(name)) return denied(options);
    if (name in this.launch.answers) {
      const answer = this.launch.answers[name] as Fields & { fail?: string };
      return answer.fail === undefined ? answer : new Refusal(answer.fail, answer);
    }
    return run(options);
  }
}
