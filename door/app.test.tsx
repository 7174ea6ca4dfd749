import {
  act,
  type BoundFunctions,
  cleanup,
  fireEvent,
  type queries,
  render,
  screen,
  within,
} from '@testing-library/react';
import { StrictMode } from 'react';
import type { Scan } from '../domain/check-in/scan';
import type { VerdictView } from '../domain/check-in/verdict-view';
import { DoorApp } from './app';
import type { QueuedScan } from './keep/kept';
import type { DoorModel } from './session/model';
import { EVENT } from './testing/fake-device';
import { giveBrowser, openScreens, type ScreenPage } from './testing/fake-page';

const TALK = { ...EVENT, id: 'talk', title: '质量讲座', place: '计量院', status: 'cancelled' } as const;
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const enter = (n: number): Scan =>
  ({
    ...{ id: idOf(n), event: EVENT.id, kind: 'enter', ticket: 'ABCDEFGH23', seats: 1, at: 0 },
    ...{ offline: true, rehearsal: false },
  }) as unknown as Scan;
const queued = (n: number, refusal: string | null): QueuedScan => ({ id: idOf(n), scan: enter(n), refusal });

let door: ScreenPage;

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
async function show(): Promise<void> {
  render(
    <StrictMode>
      <DoorApp model={door.model} opening={Promise.resolve(door.page)} />
    </StrictMode>,
  );
  await settle();
}
const text = (): string => document.body.textContent;
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(button(name));
  await settle();
}
const change = (part: Partial<DoorModel> | ((model: DoorModel) => Partial<DoorModel>)): void => {
  act(() => {
    door.model.setState(part);
  });
};

beforeEach(async () => {
  jest.useFakeTimers();
  giveBrowser();
  window.history.replaceState(null, '', '/door/');
  door = await openScreens();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

describe('before anything can be checked', () => {
  test.each([
    ['no-storage', '浏览器没有可用的存储空间'],
    ['elsewhere', '入场核验已在另一个窗口打开'],
  ] as const)('%s: said, with nothing to press', async (stage, words) => {
    change({ stage });
    await show();
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('while it opens a screen reader hears that it is busy', async () => {
    change({ stage: 'loading' });
    await show();
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });
});

describe('pairing', () => {
  beforeEach(() => {
    change({ pairing: null, door: null });
  });
  const type = (code: string): void => {
    fireEvent.change(screen.getByLabelText(/^配对码/), { target: { value: code } });
  };

  test('the code of the address is sent once, and taken out of the address at once', async () => {
    window.history.replaceState(null, '', '/door/#ABCDEFGH');
    await show();
    expect(door.asked).toEqual(['pair ABCDEFGH']);
    expect(window.location.href).not.toContain('ABCDEFGH');
  });

  test('an address without a code asks for nothing', async () => {
    window.history.replaceState(null, '', '/door/#about');
    await show();
    expect(door.asked).toEqual([]);
  });

  test.each([
    ['wrong', '配对码是 8 位字母'],
    ['gone', '配对码已失效或已被使用'],
    ['failed', '没有连上服务器'],
    ['busy', '操作太频繁'],
  ] as const)('%s is said beside the field, until somebody types again', async (problem, words) => {
    door.pairing = problem;
    await show();
    type('abcdefgh');
    await press('配对');
    expect(door.asked).toEqual(['pair ABCDEFGH']);
    expect(screen.getByRole('alert').textContent).toContain(words);
    type('ABCDEFGJ');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  test.each([
    [true, '授权已被收回'],
    [false, '请重新配对'],
  ])('a pairing that is over (revoked: %s) says so, and what still waits', async (revoked, words) => {
    const pairing = { token: revoked ? 't' : null, revoked, device: '东门', events: [], chosen: null, sound: false };
    change({ pairing, queue: [queued(1, null)] });
    await show();
    expect(text()).toContain(words);
    expect(text()).toContain('1 条待上传');
  });
});

describe('choosing an event', () => {
  beforeEach(() => {
    const { pairing } = door.model.getState();
    change({ door: null, pairing: pairing === null ? null : { ...pairing, events: [EVENT, TALK] } });
  });

  test('each says when and where; a cancelled one says so; a press opens it', async () => {
    await show();
    expect(button(/^质量讲座/).textContent).toMatch(/计量院 · 已取消$/);
    await press(/^实验室开放日/);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('实验室开放日');
  });

  test('a device with none says whom to ask', async () => {
    const { pairing } = door.model.getState();
    change({ pairing: pairing === null ? null : { ...pairing, events: [] } });
    await show();
    expect(screen.getByRole('alert').textContent).toContain('请工作人员重新配对');
  });
});

describe('at the door', () => {
  const waits: VerdictView = {
    ...{ tone: 'ok', verdict: 'ok', offline: false, name: '王*', seats: 1, remaining: 2, inside: null },
    ...{ arrival: null, waiting: false, confirmed: false, code: null, stays: true },
  };
  const shows = (view: VerdictView): void => {
    change(({ door: state }) => ({
      door: state === null ? null : { ...state, phase: { at: 'verdict', view, shown: null } },
    }));
  };
  const link = (): string => document.querySelector('[data-link]')?.textContent ?? '';
  const count = (of: 'device' | 'event'): string => document.querySelector(`[data-count="${of}"]`)?.textContent ?? '';

  test('without a network it says so, and that there is no list, or how old it is', async () => {
    await show();
    expect(link()).toContain('离线核验');
    expect(link()).toContain('本机还没有这场活动的名单');
    const held = { open: {} as never, madeAt: Date.now() - 5 * 60_000 };
    change({ lists: new Map([[EVENT.id, held]]) });
    expect(link()).toContain('名单为 5 分钟前更新');
    act(() => {
      jest.advanceTimersByTime(60_000);
    });
    expect(link()).toContain('名单为 6 分钟前更新');
  });

  test('walk-ins are numbers, one by one; nothing to take back is nothing to press', async () => {
    await show();
    expect(button('现场来访减 1 位').hasAttribute('disabled')).toBe(true);
    expect(button('撤销上一次').hasAttribute('disabled')).toBe(true);
    await press('现场来访加 1 位');
    await press(/^继续/);
    expect(count('device')).toBe('1 人');
    expect(link()).toContain('1 条待上传');
    await press('现场来访减 1 位');
    expect(count('device')).toBe('0 人');
  });

  test.each([
    ['nobody was checked', { attended: null, byDevice: 0 }, '未核验'],
    ['others were', { attended: 7, byDevice: 0 }, '7 / 40 人'],
  ])('the event’s count when %s', async (_, counts, words) => {
    await show();
    const event = { ...EVENT, seats: 40, ...counts };
    change({ counts: { events: [event] } as never });
    expect(count('event')).toBe(words);
  });

  test('what this device has let in since is in the event’s count, once', async () => {
    await show();
    change({ counts: { events: [{ ...EVENT, seats: 40, attended: 7, byDevice: 0 }] } as never });
    await press('现场来访加 1 位');
    expect(count('event')).toBe('8 / 40 人');
    change({ counts: { events: [{ ...EVENT, seats: 40, attended: 8, byDevice: 1 }] } as never });
    expect(count('event')).toBe('8 / 40 人');
  });

  test('a verdict takes the focus to 继续, is spoken, and names nobody in full', async () => {
    await show();
    shows(waits);
    expect(document.activeElement).toBe(button('继续扫码'));
    expect(document.querySelector('[aria-live="assertive"]')?.textContent).not.toBe('');
    expect(screen.getByText(/^王\*/)).toBeTruthy();
    await press('继续扫码');
    expect(document.querySelector('[data-verdict]')).toBeNull();
  });

  test('a party chooses how many; all who may still come is where the focus is', async () => {
    await show();
    const found = { lookup: null, listed: null, elsewhere: false };
    const phase = { at: 'choosing', free: 3, ticket: 'ABCDEFGH23', id: idOf(1), found } as const;
    change(({ door: state }) => ({ door: state === null ? null : { ...state, phase } }));
    expect(screen.getAllByRole('button', { name: /^\d 位$/ })).toHaveLength(3);
    expect(document.activeElement).toBe(button('3 位'));
    await press('取消');
    expect(screen.queryByRole('button', { name: '3 位' })).toBeNull();
  });

  test('a typed ticket is shown in halves, refused where it can be none, and sent as it is read', async () => {
    await show();
    await press('输入凭证号');
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    const field = dialog.getByLabelText('凭证二维码下方的 10 位字符');
    fireEvent.change(field, { target: { value: 'abcd' } });
    fireEvent.submit(field);
    expect(dialog.getByRole('alert').textContent).toContain('凭证号是 10 位字母和数字');
    fireEvent.change(field, { target: { value: 'abcde fgh23xx' } });
    expect(field).toHaveProperty('value', 'ABCDE FGH23');
    expect(dialog.getByRole('alert').textContent).toBe('');
    fireEvent.submit(field);
    await settle();
    expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
    expect(document.querySelector('[data-verdict]')).not.toBeNull();
  });
});

describe('更多', () => {
  const open = async (): Promise<BoundFunctions<typeof queries>> => {
    await show();
    await press('更多');
    return within(screen.getByRole('dialog', { hidden: true }));
  };
  const pressIn = async (dialog: BoundFunctions<typeof queries>, name: string): Promise<void> => {
    fireEvent.click(dialog.getByText(name));
    await settle();
  };

  test('a rehearsal says what it is for as long as it lasts', async () => {
    await pressIn(await open(), '开始演练');
    expect(text()).toContain('演练中，不计入到场人数');
    await press('更多');
    await pressIn(within(screen.getByRole('dialog', { hidden: true })), '结束演练');
    expect(text()).not.toContain('演练中');
  });

  test('sound is off at first; another event only where there is one', async () => {
    const dialog = await open();
    await pressIn(dialog, '打开提示音');
    expect(door.asked).toEqual(['sound true']);
    expect(dialog.queryByText('换一场活动')).toBeNull();
  });

  test('un-pairing is pressed twice, and not while something waits', async () => {
    const dialog = await open();
    await pressIn(dialog, '解除配对');
    expect(door.asked).toEqual([]);
    expect(dialog.getByText('将删除本机上的名单。尚未上传的记录请先上传。')).toBeTruthy();
    change({ queue: [queued(1, null)] });
    expect(dialog.queryByText('解除配对')).toBeNull();
    expect(dialog.getByText(/还有 1 条记录没有上传/)).toBeTruthy();
    change({ queue: [] });
    await pressIn(dialog, '解除配对');
    expect(door.asked).toEqual(['unpair']);
  });
});
