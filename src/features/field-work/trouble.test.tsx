import { act, fireEvent, render, screen } from '@testing-library/react';
import { forgetMember } from '../../sync/member';
import { openAccount } from '../../sync/session';
import { problem } from '../../testing/fake-account-server';
import { MemberDesk, ORG } from '../../testing/fake-member-desk';
import type { Scripted } from '../../testing/fake-phone-state';
import { phone } from '../../testing/fake-taro';
import { freshApp, holdEvents, settle, shownText, tap } from '../../testing/fresh-app';
import { at, held } from '../../testing/held-events';
import { CancelEvent } from './cancel-event';
import { MemberGate, OrganisationGate } from './member-gate';
import { MemberHome } from './member-home';
import { MyEvent } from './my-event';
import { RescheduleForm } from './reschedule';
import { Roster } from './roster';

const NOW = at('10T09:00');
const fresh = freshApp(NOW);
const BUREAU = { id: ORG, name: '拉萨市市场监督管理局', region: '540100', role: 'editor' };
const WHICH = { org: ORG, id: 'lab' };
let desk: MemberDesk;
/** What one path answers instead, matched by the end of `METHOD path`, as often as it is asked. */
let instead: Readonly<Record<string, Scripted>>;

beforeEach(async () => {
  forgetMember();
  desk = new MemberDesk(fresh.server());
  desk.isBound = true;
  instead = {};
  phone.server = (url, sent) => {
    const asked = `${sent.method} ${url}`;
    const known = Object.keys(instead).find((end) => asked.includes(end));
    return (known === undefined ? undefined : instead[known]) ?? desk.answer(url, sent);
  };
  await openAccount();
  phone.sent = [];
});

const json = (body: unknown): Scripted => ({ status: 200, body: JSON.stringify(body) });
const home = async (): Promise<void> => {
  render(<MemberGate>{(me) => <MemberHome me={me} now={NOW} />}</MemberGate>);
  await settle();
};
const roster = async (): Promise<void> => {
  render(<OrganisationGate org={ORG}>{(own) => <Roster organisation={own} id="lab" now={NOW} />}</OrganisationGate>);
  await settle();
};
const event = async (): Promise<void> => {
  render(<OrganisationGate org={ORG}>{(own) => <MyEvent organisation={own} id="lab" now={NOW} />}</OrganisationGate>);
  await settle();
};
const type = async (label: string, value: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const writes = (): number => phone.sent.filter(({ method }) => method !== 'GET').length;

const PAGE = { rows: [], next: null, purgedAt: null, counts: { confirmed: 0, seats: 0, waitlisted: 0 } };
const person = (id: string, part: object = {}): object => ({
  ...{ id, state: 'confirmed', seats: 1, signedUpAt: '2026-09-02T08:00:00+08:00' },
  ...{ name: `${id}*`, mobile: '138****8000', ticket: 'GH23' },
  ...part,
});

describe('without an answer', () => {
  test.each<[string, Scripted, string]>([
    ['offline', 'offline', '没有网络'],
    ['a server that fails', problem(500, 'internal'), '没有打开'],
    ['an event that is gone, or another’s', problem(404, 'not-found'), '看不到这场活动'],
  ])('%s: said, nothing invented', async (_, answer, words) => {
    instead = { 'GET /api/v1/organisations': answer };
    await event();
    expect(shownText()).toContain(words);
    expect(screen.queryByLabelText(/^名单/)).toBeNull();
    expect(shownText()).not.toContain('走进计量实验室');
  });

  test('another try brings it', async () => {
    instead = { '/roster': 'offline' };
    await roster();
    expect(shownText()).toContain('名单和活动只在联网时显示，不保存在手机里');
    instead = {};
    await tap('重试');
    expect(shownText()).toContain('王**');
  });

  test('a network that goes leaves on the screen what was there', async () => {
    await roster();
    phone.server = () => 'offline';
    phone.showPage();
    await settle();
    expect(shownText()).toContain('王**');
  });

  test('not even who one is: said, and asked again by a tap', async () => {
    phone.server = () => 'offline';
    await home();
    expect(shownText()).toContain('没有网络');
    phone.server = (url, sent) => desk.answer(url, sent);
    await tap('重试');
    expect(shownText()).toContain('丹增');
  });
});

describe('home', () => {
  test('of two organisations one is shown, and the other a tap away', async () => {
    const other = { id: '22222222-2222-4222-8222-222222222222', name: '那曲市局', region: '540600', role: 'viewer' };
    desk.organisations = [BUREAU, other];
    await home();
    expect(shownText()).toContain(`丹增 · ${BUREAU.name} · 编辑`);
    instead = { [`${other.id}/events`]: json({ events: [], next: null }) };
    await tap(other.name);
    expect(shownText()).toContain('丹增 · 那曲市局 · 查看');
    expect(shownText()).toContain('还没有活动');
    expect(shownText()).not.toContain('走进计量实验室');
  });

  test('a door member sees the events that they are named for, known or not, and their rosters only', async () => {
    holdEvents([held('走进计量院', '18T14:00', '18T16:00')]);
    desk.organisations = [{ ...BUREAU, role: 'door', events: ['走进计量院', 'unknown'] }];
    await home();
    expect(shownText()).toContain('走进计量院');
    expect(shownText()).toContain('未命名的活动');
    expect(phone.sent.some(({ url }) => url.endsWith('/events'))).toBe(false);
    await tap(/^走进计量院，/);
    expect(phone.opened).toEqual([
      `navigateTo /packages/field/roster/index?org=${ORG}&id=${encodeURIComponent('走进计量院')}`,
    ]);
  });
});

describe('a roster', () => {
  test('says that nobody has signed up, and otherwise that nobody fits', async () => {
    instead = { '/roster': json(PAGE) };
    await roster();
    expect(shownText()).toContain('还没有人报名');
    await tap('候补中');
    expect(shownText()).toContain('没有符合条件的报名');
    expect(phone.sent.at(-1)?.url).toContain('state=waitlisted');
    await tap('候补中');
    expect(phone.sent.at(-1)?.url).not.toContain('state=');
  });

  test('after the purge it says since when, and opens nobody', async () => {
    const gone = person('s1', { name: null, mobile: null, ticket: null });
    instead = { '/roster': json({ ...PAGE, rows: [gone], purgedAt: '2026-09-09T10:00:00+08:00' }) };
    await roster();
    expect(shownText()).toMatch(/报名人的个人信息已于 9月9日.*删除，只保留人数/);
    expect(shownText()).toContain('个人信息已删除');
    expect(screen.queryByLabelText(/的完整信息$/)).toBeNull();
  });

  test('who only counts opens nobody', async () => {
    desk.organisations = [{ ...BUREAU, role: 'viewer' }];
    await roster();
    expect(shownText()).toContain('王**');
    expect(screen.queryByLabelText(/的完整信息$/)).toBeNull();
  });

  test('a person who does not open says so, in the same sheet', async () => {
    instead = { '/roster/s1': 'offline' };
    await roster();
    await tap('查看王**的完整信息');
    await tap('核对入场');
    expect(screen.getByRole('alert').textContent).toContain('没有打开，请再试一次');
    instead = {};
    await tap('核对入场');
    expect(shownText()).toContain('13800138000');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  describe('in pages', () => {
    const FIRST = json({ ...PAGE, rows: [person('a'), person('b')], next: 'b' });
    const SECOND = json({ ...PAGE, rows: [person('c')], next: null });
    const names = (): string[] =>
      screen.getAllByLabelText(/的完整信息$/).map((row) => (row.getAttribute('aria-label') ?? '').slice(2, 4));

    beforeEach(async () => {
      instead = { '/roster': FIRST };
      await roster();
      instead = { 'after=b': SECOND, '/roster': FIRST };
    });

    test('two quick taps bring the next page once; after the last there is no more', async () => {
      act(() => {
        fireEvent.click(screen.getByLabelText('加载更多'));
      });
      act(() => {
        fireEvent.click(screen.getByLabelText('加载更多'));
      });
      await settle();
      expect(names()).toEqual(['a*', 'b*', 'c*']);
      expect(phone.sent.filter(({ url }) => url.includes('after='))).toHaveLength(1);
      expect(screen.queryByLabelText('加载更多')).toBeNull();
    });

    test('a page that does not come is said, keeps what is there, and is asked for again by the same tap', async () => {
      instead = { 'after=b': 'offline', '/roster': FIRST };
      await tap('加载更多');
      expect(screen.getByRole('alert').textContent).toContain('没有加载出来');
      expect(names()).toEqual(['a*', 'b*']);
      instead = { 'after=b': SECOND, '/roster': FIRST };
      await tap('加载更多');
      expect(screen.queryByRole('alert')).toBeNull();
      expect(names()).toEqual(['a*', 'b*', 'c*']);
    });

    test('asked anew from the beginning, nobody is listed twice', async () => {
      await tap('加载更多');
      instead = { '/roster': json({ ...PAGE, rows: [person('b'), person('c')], next: null }) };
      phone.showPage();
      await settle();
      expect(names()).toEqual(['b*', 'c*']);
    });
  });
});

describe('moving an event', () => {
  const pending = (day: string, from = '14', until = '16'): typeof desk.pending => ({
    startsAt: `2026-09-${day}T${from}:00:00+08:00`,
    endsAt: `2026-09-${day}T${until}:00:00+08:00`,
  });
  const move = async (): Promise<void> => {
    render(<RescheduleForm which={WHICH} now={NOW} />);
    await settle();
  };

  test('into the past is refused before anybody is asked', async () => {
    desk.pending = pending('09');
    await move();
    await tap('发布改期');
    expect(screen.getByRole('alert').textContent).toContain('新的开始时间已经过去');
    expect(writes()).toBe(0);
  });

  test.each<[string, Scripted, string]>([
    ['offline', 'offline', '没有网络，还没有改'],
    ['the month is over', problem(409, 'campaign-closed'), '这一年度的质量月已经结束'],
    ['something else', problem(500, 'internal'), '没有改成，请再试一次'],
  ])('%s: said, and the form is left as it is', async (_, answer, words) => {
    desk.pending = pending('12');
    await move();
    instead = { 'PUT ': answer };
    await tap('发布改期');
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(phone.opened).toEqual([]);
    expect(screen.getByLabelText('发布改期').getAttribute('aria-disabled')).not.toBe('true');
  });

  test('while it is under way a second tap does nothing', async () => {
    desk.pending = pending('12');
    await move();
    instead = { 'PUT ': 'hang' };
    await tap('发布改期');
    await tap('正在发布…');
    expect(writes()).toBe(1);
  });
});

describe('cancelling an event', () => {
  const open = async (): Promise<void> => {
    render(<CancelEvent which={WHICH} now={NOW} />);
    await settle();
  };

  test.each<[string, Scripted, string]>([
    ['offline', 'offline', '没有网络，还没有取消'],
    ['something else', problem(500, 'internal'), '没有取消成功'],
  ])('%s: said, with the reason kept', async (_, answer, words) => {
    await open();
    await type('取消原因', '场馆停电');
    instead = { '/cancel': answer };
    await tap('取消活动');
    expect(shownText()).toContain(words);
    expect(screen.getByLabelText('取消原因')).toHaveProperty('value', '场馆停电');
    expect(phone.opened).toEqual([]);
  });

  test('a colleague was faster: said, and fetched as it is now', async () => {
    await open();
    await type('取消原因', '场馆停电');
    desk.rev = 9;
    await tap('取消活动');
    expect(shownText()).toContain('别的同事刚刚改过');
    expect(desk.cancelled).toBeNull();
    await tap('取消活动');
    expect(desk.cancelled).toBe('场馆停电');
  });

  test('blanks are no reason', async () => {
    await open();
    await type('取消原因', '　 ');
    await tap('取消活动');
    expect(shownText()).toContain('请填写取消原因');
    expect(phone.acts.some((act) => act.startsWith('showModal'))).toBe(false);
  });
});
