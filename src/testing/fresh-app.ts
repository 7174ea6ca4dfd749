/** For component tests: before each test a new phone, nothing stored or loaded, the time stopped, and a person's hands. */
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Campaign } from '../../domain/campaign/campaign';
import type { QualityEvent } from '../../domain/event/event';
import { campaignNamed } from '../../domain/testing/fake-feed-server';
import { EMPTY_REPLICA } from '../../domain/feed/delta';
import { deleteDraft } from '../sync/complaint-draft';
import { clearEventFilter } from '../sync/event-filter';
import { follows } from '../sync/follows';
import { knownEvents } from '../sync/known-events';
import { clock } from '../sync/now';
import { sending } from '../sync/outbox';
import { leaveAccount } from '../sync/owners';
import { preferences } from '../sync/preferences';
import { replicaOf, type ReplicaState } from '../sync/replica';
import { unkept } from '../sync/room';
import { AccountServer } from './fake-account-server';
import { phone } from './fake-taro';

export const LHASA = { code: '540100', name: '拉萨市' };

interface FreshApp {
  /** The server that this test's phone asks. */
  readonly server: () => AccountServer;
}

/** `now`: epoch ms at which the phone's and the server's clocks stand. */
export function freshApp(now: number): FreshApp {
  let server = new AccountServer();
  beforeEach(() => {
    jest.useFakeTimers({ now });
    phone.reset();
    server = new AccountServer();
    phone.server = (url, sent) => server.answer(url, sent);
    leaveAccount();
    clearEventFilter();
    sending.setState(sending.getInitialState(), true);
    follows.setState({ ids: [] });
    knownEvents.setState(knownEvents.getInitialState(), true);
    preferences.setState({ region: null, largeType: null });
    deleteDraft();
    unkept.setState({ rows: {} });
    clock.setState({ offset: 0, tickedAt: now });
    fillReplica({ replica: EMPTY_REPLICA, status: 'idle', problem: null, lastSyncedAt: null, region: null });
    phone.written = [];
  });
  afterEach(() => {
    cleanup();
    jest.useRealTimers();
  });
  return { server: () => server };
}

export function fillReplica(part: Partial<ReplicaState>): void {
  replicaOf(null).store.setState(part);
}

/** What the phone has of the campaign that is on. */
export function holdEvents(events: readonly QualityEvent[], campaign: Partial<Campaign> = {}): void {
  fillReplica({
    replica: {
      ...EMPTY_REPLICA,
      cursor: 'c',
      campaign: { ...campaignNamed('2026', '主题'), year: 2026, ...campaign },
      events: new Map(events.map((event) => [event.id, event])),
    },
  });
}

/** Lets whatever was begun come to its end. */
export function settle(ms = 0): Promise<void> {
  return act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
}

/** Taps what a screen reader calls so. */
export async function tap(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByLabelText(name));
  await settle();
}

export async function tapText(text: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByText(text));
  await settle();
}

/** All that is shown. */
export const shownText = (): string => document.body.textContent;

/** What the phone said in passing, in order. */
export const toasts = (): string[] =>
  phone.acts
    .filter((act) => act.startsWith('showToast '))
    .map((act) => (JSON.parse(act.slice('showToast '.length)) as { title: string }).title);
