import { act, fireEvent, render, screen } from '@testing-library/react';
import { bindingLink } from '../../../domain/organisation/binding-link';
import { forgetMember } from '../../sync/member';
import { openAccount } from '../../sync/session';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, shownText, tap, toasts } from '../../testing/fresh-app';
import { MemberDesk, NUMBER, ORG, CODE } from '../../testing/fake-member-desk';
import { at } from '../../testing/held-events';
import { CancelEvent } from './cancel-event';
import { MemberGate, OrganisationGate } from './member-gate';
import { MemberHome } from './member-home';
import { MyEvent } from './my-event';
import { RescheduleForm } from './reschedule';
import { Roster } from './roster';

const NOW = at('10T09:00');
const fresh = freshApp(NOW);
let desk: MemberDesk;

beforeEach(async () => {
  forgetMember();
  desk = new MemberDesk(fresh.server());
  phone.server = (url, sent) => desk.answer(url, sent);
  await openAccount();
  phone.sent = [];
});

const home = async (code?: string): Promise<void> => {
  render(<MemberGate code={code}>{(me) => <MemberHome me={me} now={NOW} />}</MemberGate>);
  await settle();
};
const roster = async (): Promise<void> => {
  render(<OrganisationGate org={ORG}>{(own) => <Roster organisation={own} id="lab" now={NOW} />}</OrganisationGate>);
  await settle();
};
const type = async (label: string, value: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};
const asked = (): string[] => phone.sent.map(({ method, url }) => `${method} ${url.replace(/^.*\/api\/v1\//, '')}`);

describe('A5, binding', () => {
  test('the QR is scanned, the offer looked at, and the number of the screen typed: then the phone is the member’s', async () => {
    phone.scans = [bindingLink('https://zly.example.cn', CODE)];
    await home();
    await tap('扫描二维码');
    expect(shownText()).toContain('丹增');
    expect(shownText()).toContain('西藏自治区拉萨市 · 编辑');
    expect(desk.isBound).toBe(false);
    expect(screen.getByLabelText('确认绑定').getAttribute('aria-disabled')).toBe('true');
    await type('电脑屏幕上的 4 位数字', NUMBER);
    await tap('确认绑定');
    expect(desk.isBound).toBe(true);
    expect(phone.sent.find(({ url }) => url.endsWith('/phone-bindings'))?.body).toEqual({
      code: CODE,
      number: NUMBER,
      name: 'HUAWEI P60',
    });
    expect(shownText()).toContain('走进计量实验室');
  });

  test('the opened link of a browser offers at once; who is somebody else leaves', async () => {
    await home(CODE);
    expect(shownText()).toContain('请核对后再绑定');
    await tap('不是我');
    expect(shownText()).toContain('绑定工作人员');
    expect(desk.isBound).toBe(false);
  });

  test.each([
    ['a QR of something else', 'https://example.cn/', '这不是绑定手机的二维码'],
    ['a code that is used up', 'z'.repeat(43), '二维码已失效'],
  ])('refused in words: %s', async (_, text, words) => {
    await home();
    await type('绑定链接', text);
    await tap('下一步');
    expect(shownText()).toContain(words);
  });

  test('refused in words: another number, and no network', async () => {
    await home(CODE);
    await type('电脑屏幕上的 4 位数字', '0000');
    await tap('确认绑定');
    expect(shownText()).toContain('数字不对');
    phone.server = () => 'offline';
    await tap('确认绑定');
    expect(shownText()).toContain('没有网络，还没有绑定');
  });

  test('a phone that is bound to nobody keeps its own account', async () => {
    await home();
    phone.sent = [];
    await openAccount();
    expect(asked()).toEqual([]);
  });
});

describe('what a bound phone shows', () => {
  beforeEach(() => {
    desk.isBound = true;
  });

  test('my events: today’s first, what is not published apart', async () => {
    await home();
    const text = shownText();
    expect(text).toMatch(/今天.*走进计量实验室.*接下来.*质量讲座.*还没有发布.*草稿一/);
    expect(text).toContain('已报 3 人，共 40 个名额，候补 1 人');
    await tap(/^走进计量实验室/);
    expect(phone.opened).toEqual([`navigateTo /packages/field/event/index?org=${ORG}&id=lab`]);
  });

  test('R1, the roster is masked and searched by the server; one person is opened after a reason, and is gone with the page', async () => {
    await roster();
    expect(shownText()).toContain('王**');
    await type('姓名，或手机号、凭证的后 4 位', '8000');
    expect(asked().pop()).toBe(`GET organisations/${ORG}/events/lab/roster?q=8000`);
    await tap('查看王**的完整信息');
    expect(asked().filter((each) => each.includes('/roster/'))).toEqual([]);
    await tap('联系报名人');
    expect(asked().pop()).toBe(`GET organisations/${ORG}/events/lab/roster/s1?reason=contact`);
    expect(shownText()).toContain('13800138000');
    await tap('打电话给王小明');
    expect(phone.acts).toContain('makePhoneCall {"phoneNumber":"13800138000"}');
    act(() => {
      phone.hidePage();
    });
    expect(shownText()).not.toContain('13800138000');
  });

  test('nothing of a roster is in the phone’s storage', async () => {
    await roster();
    await tap('查看王**的完整信息');
    await tap('核对入场');
    expect(JSON.stringify([...phone.storage])).not.toMatch(/王|138|s1|lab|丹增/);
  });

  test('unbound meanwhile, the screen is wiped at the next contact', async () => {
    await roster();
    desk.isBound = false;
    phone.showPage();
    await settle();
    expect(shownText()).not.toContain('王**');
    expect(shownText()).toContain('绑定工作人员');
  });

  test('removed from the organisation, the same', async () => {
    await roster();
    desk.organisations = [];
    phone.showPage();
    await settle();
    expect(shownText()).not.toContain('王**');
    expect(shownText()).toContain('看不到这场活动');
  });

  test('a viewer has no way to the roster, to moving and to cancelling', async () => {
    desk.organisations = [{ id: ORG, name: '拉萨市市场监督管理局', region: '540100', role: 'viewer' }];
    render(<OrganisationGate org={ORG}>{(own) => <MyEvent organisation={own} id="lab" now={NOW} />}</OrganisationGate>);
    await settle();
    expect(shownText()).toContain('您的权限是查看');
    expect(screen.queryByText('名单')).toBeNull();
  });
});

describe('moving and cancelling', () => {
  beforeEach(() => {
    desk.isBound = true;
  });
  const move = async (): Promise<void> => {
    render(<RescheduleForm which={{ org: ORG, id: 'lab' }} now={NOW} />);
    await settle();
  };

  test('the new time goes on the version that was seen, then to citizens', async () => {
    desk.pending = { startsAt: '2026-09-12T14:00:00+08:00', endsAt: '2026-09-12T16:00:00+08:00' };
    await move();
    expect(shownText()).toContain('已报名的 3 人会收到改期通知');
    await tap('发布改期');
    expect(asked().slice(-2)).toEqual([
      `PUT organisations/${ORG}/events/lab`,
      `POST organisations/${ORG}/events/lab/publish`,
    ]);
    expect(phone.sent.slice(-2).map(({ ifMatch }) => ifMatch)).toEqual(['"7"', '"8"']);
    expect(phone.opened).toContain('switchTab /pages/mine/index');
    expect(toasts()).toEqual(['改期已发布']);
  });

  test('where a superior agrees first, it is asked for', async () => {
    desk.pending = { startsAt: '2026-09-12T14:00:00+08:00', endsAt: '2026-09-12T16:00:00+08:00' };
    desk.approval = 'needed';
    await move();
    expect(shownText()).toContain('先由上级审核');
    await tap('提交审核');
    expect(asked().pop()).toBe(`POST organisations/${ORG}/events/lab/submit`);
    expect(toasts()).toEqual(['已提交审核']);
  });

  test('the time as it is goes nowhere', async () => {
    await move();
    await tap('发布改期');
    expect(shownText()).toContain('时间没有变化');
    expect(asked().filter((each) => !each.startsWith('GET'))).toEqual([]);
  });

  test('a colleague was faster: said, and shown as it is now', async () => {
    desk.pending = { startsAt: '2026-09-12T14:00:00+08:00', endsAt: '2026-09-12T16:00:00+08:00' };
    await move();
    desk.rev = 9;
    await tap('发布改期');
    expect(shownText()).toContain('别的同事刚刚改过');
    expect(asked().pop()).toBe(`GET organisations/${ORG}/events/lab`);
  });

  test('E5, cancelling asks for the reason, says whom it tells, and asks once more', async () => {
    render(<CancelEvent which={{ org: ORG, id: 'lab' }} now={NOW} />);
    await settle();
    expect(shownText()).toContain('共 2 笔报名');
    await tap('取消活动');
    expect(shownText()).toContain('请填写取消原因');
    await type('取消原因', '场馆停电');
    phone.says = false;
    await tap('取消活动');
    expect(desk.cancelled).toBeNull();
    phone.says = true;
    await tap('取消活动');
    expect(desk.cancelled).toBe('场馆停电');
    expect(toasts()).toEqual(['活动已取消，已通知 2 人']);
  });
});
