import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { Me } from '../../../domain/account';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { presentHeld } from '../../../words/present-held';
import { phone } from '../../platform/taro-double';
import { replicaOf } from '../../sync/replica';
import { HandlerCard } from './handler-card';
import { MyData } from './my-data';

const AT = '2026-09-10T09:00:00+08:00';
const ME: Me = {
  account: { id: 'a-1', kind: 'wechat', createdAt: AT, openid: 'openid-of-zhuoma' },
  sessions: [{ createdAt: AT, expiresAt: AT }],
  grants: [{ template: 'changed', left: 2 }],
  signUps: [
    {
      id: 's-1',
      eventId: 'e',
      status: 'confirmed',
      seats: 1,
      ticket: 'DC53BHCQZE',
      createdAt: AT,
      eventTitle: '质量管理小组骨干培训',
      consent: { version: '2026-11-27', at: AT },
      form: {
        enterprise: '高原之宝',
        attendees: [{ name: '卓玛', mobile: '13800138000', post: '首席质量官' }],
        meters: ['water', 'gas'],
        somethingNew: '新内容',
      },
    },
    {
      id: 's-2',
      eventId: 'f',
      status: 'expired',
      seats: 1,
      createdAt: AT,
      eventTitle: '旧活动',
      consent: { version: '1', at: AT },
      form: null,
    },
  ],
  notices: [],
};

const lineWords = (): string[] =>
  presentHeld(ME, '2026-09-11').flatMap(({ title, lines }) => [title, ...lines.map((line) => line.join(' '))]);

function withHandler(handler: { name: string; contact: string } | undefined): void {
  const { store } = replicaOf(null);
  store.setState(({ replica }) => ({
    replica: { ...replica, campaign: { ...campaignNamed('2026'), deployment: { handler } } },
  }));
}

afterEach(cleanup);

test('the handler is named, with the way to reach them; a trial says that there is none', () => {
  withHandler(undefined);
  const { unmount } = render(<HandlerCard title="联系" />);
  expect(screen.getByText(/试用环境/)).toBeTruthy();
  unmount();
  withHandler({ name: '拉萨市市场监督管理局', contact: 'zhiliang@example.cn' });
  render(<HandlerCard title="联系" />);
  phone.reset();
  fireEvent.click(screen.getByRole('link', { name: /拉萨市市场监督管理局，联系方式：zhiliang@example.cn/ }));
  expect(phone.acts).toEqual(['setClipboardData {"data":"zhiliang@example.cn"}']);
});

test('a contact that is a number is dialled', () => {
  withHandler({ name: '拉萨市市场监督管理局', contact: '0891-6320000' });
  render(<HandlerCard title="联系" />);
  phone.reset();
  fireEvent.click(screen.getByRole('link', { name: /0891-6320000/ }));
  expect(phone.acts).toEqual(['makePhoneCall {"phoneNumber":"0891-6320000"}']);
});

test('what is held is said with Chinese labels, and nothing of it is left out', () => {
  expect(lineWords()).toEqual([
    '账号',
    '类型 微信账号',
    '账号编号 a-1',
    '微信识别号（openid） openid-of-zhuoma',
    '建立时间 9月10日 09:00',
    '报名：质量管理小组骨干培训',
    '状态 已报名',
    '凭证号 DC53BHCQZE',
    '报名时间 9月10日 09:00',
    '同意的隐私说明 版本 2026-11-27，9月10日 09:00',
    '单位名称 高原之宝',
    '参加人员 姓名 卓玛，手机号 13800138000，职务 首席质量官',
    '想了解哪种表 水表；燃气表',
    'somethingNew 新内容',
    '报名：旧活动',
    '状态 候补未成功',
    '报名时间 9月10日 09:00',
    '同意的隐私说明 版本 1，9月10日 09:00',
    ' 填写的内容已按期删除',
    '其他',
    ' 登录中的设备：1 个',
    ' 还可以发送的微信提醒：2 条',
    ' 消息：0 条',
  ]);
});

test('who has no account is told that nothing is held', async () => {
  phone.reset();
  render(<MyData />);
  await act(async () => {
    fireEvent.click(screen.getByRole('link', { name: /^查看我的信息/ }));
    await Promise.resolve();
  });
  expect(phone.acts.at(-1)).toContain('没有保存您的任何信息');
});
