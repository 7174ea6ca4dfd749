import type { WireEvent } from '../domain/event/event';
import { eventNamed } from '../domain/testing/fake-feed-server';
import { speechOf } from './present-speech';

test.each<[string, Partial<WireEvent>, string | undefined]>([
  ['held as planned', {}, undefined],
  ['cancelled', { status: 'cancelled' }, '这场活动已取消'],
  ['suspended', { suspended: true }, '活动核实中，暂停报名'],
  ['suspended, then cancelled', { suspended: true, status: 'cancelled' }, '这场活动已取消'],
])('after its title an event that is %s says so first', (_, part, said) => {
  const event = eventNamed('e', 1, { title: '开放日', ...part });
  const [title, first, second] = speechOf(event, event.startsAt);
  expect(title).toBe('开放日');
  const state = first?.startsWith('时间') === true ? undefined : first;
  expect(state).toBe(said);
  expect(said === undefined ? first : second).toMatch(/^时间/);
});
