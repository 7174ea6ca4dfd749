import { act, fireEvent, render, screen } from '@testing-library/react';
import { DURING } from '../../../domain/check-in/door-double';
import { reloadAll } from '../../sync/owners';
import { waitingNow, waitingScans } from '../../sync/door-queue';
import { problem } from '../../testing/fake-account-server';
import { DOOR_CODE, TICKETS } from '../../testing/fake-door-server';
import type { Scripted } from '../../testing/fake-phone-state';
import { atTheDoor } from '../../testing/at-the-door';
import { phone } from '../../testing/fake-taro';
import { settle, shownText, tap, toasts } from '../../testing/fresh-app';
import { AttentionList } from './attention-list';
import { DoorGate } from './door-gate';

const { server, type, see, goOffline, goOnline } = atTheDoor();

const open = async (): Promise<void> => {
  render(<DoorGate now={DURING} />);
  await settle();
};
const pair = async (): Promise<void> => {
  await open();
  await type('配对码', DOOR_CODE);
  await tap('配对');
};
const enter = async (): Promise<void> => {
  await pair();
  await tap(/^走进计量实验室/);
};

describe('pairing', () => {
  test.each<[string, Scripted, string]>([
    ['no network', 'offline', '没有连上服务器'],
    ['a server that fails', problem(500, 'internal'), '没有连上服务器'],
    ['too many tries', problem(429, 'too-many-requests'), '操作太频繁'],
  ])('%s: said, and typing on takes it away', async (_, answer, words) => {
    await open();
    phone.server = () => answer;
    await type('配对码', DOOR_CODE);
    await tap('配对');
    expect(shownText()).toContain(words);
    await type('配对码', 'ABCDEFGJ');
    expect(shownText()).not.toContain(words);
  });

  test('who leaves the scanner has paired nothing; a QR of something else is none', async () => {
    await open();
    await tap('扫配对二维码');
    expect(phone.sent).toEqual([]);
    phone.scans = ['https://example.cn/menu'];
    await tap('扫配对二维码');
    expect(shownText()).toContain('配对码是 8 位字母');
    expect(phone.sent).toEqual([]);
  });

  test('nothing typed is nothing to send; one on its way takes no second tap', async () => {
    await open();
    expect(screen.getByLabelText('配对').getAttribute('aria-disabled')).toBe('true');
    await type('配对码', DOOR_CODE);
    phone.server = () => 'hang';
    await tap('配对');
    await tap('配对');
    expect(phone.sent).toHaveLength(1);
  });
});

describe('choosing an event', () => {
  test('each says when it is; another is chosen from within, and the camera is not asked meanwhile', async () => {
    await pair();
    expect(shownText()).toContain('设备：东门');
    expect(screen.queryByLabelText('camera')).toBeNull();
    await tap(/^质量讲座/);
    expect(screen.getByRole('heading', { name: '质量讲座' })).toBeTruthy();
    await tap('换一场活动');
    expect(shownText()).toContain('请选择要核验的活动');
  });
});

describe('a rehearsal', () => {
  test('is said all the while, counts for nobody, and ends', async () => {
    await enter();
    await tap('开始演练');
    expect(shownText()).toContain('演练中，不计入到场人数');
    await see(TICKETS.one);
    expect(shownText()).toContain('可以入场');
    await settle(4_000);
    expect(server().attended()).toBeNull();
    await tap('结束演练');
    expect(shownText()).not.toContain('演练中');
    expect(shownText()).toContain('本机核验0 人');
  });
});

describe('un-pairing', () => {
  test('asks first; a no changes nothing', async () => {
    await enter();
    phone.says = false;
    await tap('解除配对');
    expect(phone.acts).toContain('showModal 解除配对？');
    expect(screen.getByRole('heading', { name: '走进计量实验室' })).toBeTruthy();
  });

  test('a yes erases the lists and the device, and is told to the server', async () => {
    await enter();
    await tap('解除配对');
    await settle(50);
    expect(JSON.stringify([...phone.storage])).not.toMatch(/door-list\/|device-token/);
    expect(phone.sent.some(({ method, url }) => method === 'DELETE' && url.endsWith('devices/current'))).toBe(true);
    expect(shownText()).toContain('配对核验设备');
  });

  test('is refused as long as something waits, which would be lost', async () => {
    await enter();
    goOffline();
    await see(TICKETS.one);
    await settle(4_000);
    await tap('解除配对');
    expect(toasts()).toEqual(['还有 1 条记录没有上传，联网上传后才能解除配对。']);
    expect(waitingNow()).toHaveLength(1);
  });
});

describe('typed and scanned by hand', () => {
  test.each(['ABCDE', 'ABCDEFGH2', '￥￥￥￥￥￥￥￥￥￥'])('“%s” can be no ticket', async (code) => {
    await enter();
    await type('输入凭证号', code);
    await tap('核验');
    expect(shownText()).toContain('凭证号是 10 位字母和数字');
    expect(server().door.facts()).toEqual([]);
  });

  test('WeChat’s own scanner does as the camera; left without a code, nothing happens', async () => {
    await enter();
    await tap('微信扫码');
    expect(server().door.facts()).toEqual([]);
    phone.scans = [`QM:${TICKETS.one}`];
    await tap('微信扫码');
    await settle(50);
    expect(shownText()).toContain('可以入场');
  });

  test('a camera that fails without being refused is tried again by a tap', async () => {
    await enter();
    const camera = screen.getByLabelText('camera');
    fireEvent.change(camera, { target: { value: 'broken' } });
    await settle();
    expect(shownText()).toContain('相机没有打开');
    await tap('重新打开相机');
    expect(screen.getByLabelText('camera')).toBeTruthy();
  });
});

describe('counts', () => {
  test('nobody checked is 未核验; one who was let in is counted at once', async () => {
    await enter();
    expect(shownText()).toContain('未核验');
    await see(TICKETS.one);
    expect(shownText()).toContain('本机核验1 人');
    expect(shownText()).not.toContain('未核验');
  });

  test('walk-ins go down to zero and no further', async () => {
    await enter();
    expect(screen.getByLabelText('现场来访减 1 位').getAttribute('aria-disabled')).toBe('true');
    await tap('现场来访加 1 位');
    await settle(2_000);
    await tap('现场来访减 1 位');
    await settle(2_000);
    expect(shownText()).toContain('现场来访 0 人');
    expect(screen.getByLabelText('现场来访减 1 位').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('需处理', () => {
  test('says why in words, a code of a newer server too; what cannot be copied is said', async () => {
    await enter();
    goOffline();
    await see(TICKETS.one);
    await settle(4_000);
    await see(TICKETS.party);
    await tap(/^放行 3 位/);
    await settle(4_000);
    const [first, second] = waitingNow();
    server().refuses.set(first?.id ?? '', 'outside-window');
    server().refuses.set(second?.id ?? '', 'some-new-code');
    await goOnline();
    await settle(20_000);
    render(<AttentionList now={DURING} />);
    expect(shownText()).toContain('不在这台设备的核验时段内');
    expect(shownText()).toContain('服务器没有接收');
    phone.refusing = true;
    await tap('导出');
    expect(toasts().at(-1)).toBe('没有复制成功，请再试一次');
    act(reloadAll);
    expect(waitingNow()).toEqual([]);
    expect(waitingScans.getState().items).toHaveLength(2);
  });
});
