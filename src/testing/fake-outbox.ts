/** For tests of the outbox: an app that sends sign-ups to a server that knows accounts. */
import { phone } from './fake-taro';
import { bootAccount } from '../sync/boot-account';
import { outbox, submitSignUp } from '../sync/outbox';
import { relaunch } from './relaunch';
import { mySignUps } from '../sync/sign-ups';
import { AccountServer, EVENT, VISIT } from './fake-account-server';

export const app = {
  server: new AccountServer(),
  stop: (): void => undefined,
};

/** Freshly installed, or killed and launched again, on a phone with this storage; nothing is asked for yet. */
export function install(storage?: ReadonlyMap<string, string>): void {
  app.stop();
  jest.clearAllTimers();
  relaunch(storage);
  phone.server = (url, sent) => app.server.answer(url, sent);
}

export function launch(): void {
  app.stop = bootAccount();
}

/** To be called at the top of a test file: time stands still, and each test has a new phone and a new server. */
export function onNewApps(): void {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 8, 10, 1) });
    app.server = new AccountServer();
    install();
  });
  afterEach(() => {
    app.stop();
    jest.useRealTimers();
  });
}

export const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

export function submit(): void {
  submitSignUp({ event: EVENT, consent: '2026-11', form: VISIT });
}

/** Signed up, and answered. */
export async function signedUp(): Promise<void> {
  submit();
  await settle();
}

export const statuses = (): string[] => mySignUps.getState().signUps.map(({ status }) => status);
export const waiting = (): number => outbox.getState().items.length;
/** Ids of the sign-ups that were sent, in order. */
export const posts = (): string[] =>
  phone.sent
    .filter(({ method, url }) => method === 'POST' && url === '/api/v1/sign-ups')
    .map(({ body }) => (body as { id: string }).id);
