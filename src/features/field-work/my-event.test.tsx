import { render, screen } from '@testing-library/react';
import type { Draft } from '../../../domain/event/draft';
import { forgetMember } from '../../sync/member';
import { openAccount } from '../../sync/session';
import { MemberDesk, ORG } from '../../testing/fake-member-desk';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { MyEvent } from './my-event';
import type { OwnOrganisation } from './member-gate';

const NOW = at('10T09:00');
const fresh = freshApp(NOW);

/** What the server says of the event beside its usual self. */
let part: Partial<Draft> = {};

beforeEach(async () => {
  forgetMember();
  part = {};
  const desk = new MemberDesk(fresh.server());
  desk.isBound = true;
  phone.server = (url, sent) => {
    const answer = desk.answer(url, sent);
    if (!url.endsWith('/events/lab') || typeof answer === 'string') return answer;
    return { body: JSON.stringify({ ...(JSON.parse(answer.body) as object), ...part }) };
  };
  await openAccount();
});

async function show(role: OwnOrganisation['role'] = 'editor', now = NOW): Promise<string[]> {
  const organisation = { id: ORG, name: '拉萨市市场监督管理局', region: '540100', role } as OwnOrganisation;
  render(<MyEvent organisation={organisation} id="lab" now={now} />);
  await settle();
  return screen.queryAllByRole('link').map((row) => row.getAttribute('aria-label')?.split('，')[0] ?? '');
}

test.each<[string, Partial<Draft>, number, readonly string[]]>([
  ['ahead', {}, NOW, ['名单', '改期', '取消活动', '看群众看到的页面']],
  ['going on', {}, at('10T11:00'), ['名单', '改期', '取消活动', '看群众看到的页面']],
  ['over', {}, at('10T12:00'), ['名单', '看群众看到的页面']],
  ['cancelled', { published: { rev: 7, status: 'cancelled', suspended: false } }, NOW, ['名单', '看群众看到的页面']],
  ['not published yet', { published: null, counts: null }, NOW, []],
])('an event that is %s', async (_, change, now, ways) => {
  part = change;
  expect(await show('editor', now)).toEqual(ways);
  expect(shownText().includes('不能再改')).toBe(ways.length === 2);
});

test.each(['viewer', 'door'] as const)('a %s only sees what it is', async (role) => {
  expect(await show(role)).toEqual([]);
  expect(shownText()).toContain('走进计量实验室');
  expect(shownText()).toContain('您的权限是查看');
});

test('each way leads to its page, for this organisation and event', async () => {
  await show();
  await tap(/^名单，已报 3 人，候补 1 人/);
  await tap(/^改期/);
  await tap(/^取消活动/);
  await tap('看群众看到的页面');
  const query = `?org=${ORG}&id=lab`;
  expect(phone.opened).toEqual([
    `navigateTo /packages/field/roster/index${query}`,
    `navigateTo /packages/field/reschedule/index${query}`,
    `navigateTo /packages/field/cancel/index${query}`,
    'navigateTo /packages/event/index?id=lab',
  ]);
});

test('what is not known yet is said to be open, never made up', async () => {
  part = { title: undefined, startsAt: undefined, endsAt: undefined, published: null, counts: null };
  await show();
  expect(shownText()).toContain('未命名的活动');
  expect(shownText()).toContain('时间未定');
});
