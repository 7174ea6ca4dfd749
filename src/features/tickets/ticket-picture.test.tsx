import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { toMySignUp } from '../../../domain/sign-up/my-sign-ups';
import type { SignUp } from '../../../domain/sign-up/sign-up';
import { qrMatrix } from '../../../domain/sign-up/qr';
import { ticketQrText } from '../../../domain/sign-up/ticket';
import { EVENT } from '../../testing/fake-account-server';
import { phone } from '../../testing/fake-taro';
import { freshApp, settle, tap, toasts } from '../../testing/fresh-app';
import { at } from '../../testing/held-events';
import { RecordingCanvas } from '../../testing/recording-canvas';
import { ticketContent } from './drawing/content';
import { drawTicket, TICKET_PIXELS, wrapped } from './drawing/ticket';
import { KeepPicture } from './keep-picture';
import { TicketActions } from './ticket-actions';

const NOW = at('10T09:00');
freshApp(NOW);

const CODE = 'ABCDEFGH23';
const SIGN_UP: SignUp = {
  id: '1',
  eventId: EVENT.id,
  status: 'confirmed',
  seats: 2,
  ticket: CODE,
  createdAt: at('09T09:00'),
};
const VENUE = { name: '计量院', address: '北京路1号', latitude: 29.65, longitude: 91.1 };
const mine = (part: Partial<SignUp> = {}, event: Partial<typeof EVENT> = {}): ReturnType<typeof toMySignUp> =>
  toMySignUp({ ...SIGN_UP, ...part }, { ...EVENT, ...event }, NOW);

let canvas = new RecordingCanvas();
beforeEach(() => {
  canvas = new RecordingCanvas();
  phone.canvas = { width: 0, height: 0, getContext: () => canvas.context };
});

describe('the picture', () => {
  test('has the code as the door reads it and as people do, whom it is for, when and where', () => {
    const content = ticketContent(mine({}, { venue: VENUE }), NOW);
    expect(content).toMatchObject({ code: 'ABCDE FGH23', qr: ticketQrText(CODE), title: EVENT.title });
    expect(content?.lines.map(({ value }) => value)).toEqual(expect.arrayContaining(['计量院 北京路1号', '2 人']));
    if (content !== null) drawTicket(canvas.context, content);
    const dark = qrMatrix(ticketQrText(CODE), 'H').flat().filter(Boolean).length;
    // White ground and the band above it are boxes, too.
    expect(canvas.fills).toHaveLength(dark + 2);
    expect(canvas.written.map(({ text }) => text)).toContain('ABCDE FGH23');
  });

  test('is none where nothing was confirmed', () => {
    expect(ticketContent(mine({ status: 'waitlisted', ticket: undefined }), NOW)).toBeNull();
  });

  test('whatever the title and the place are, all stays on the sheet and the code stays free', () => {
    const words = fc.stringMatching(/^[拉萨市计量检测中心走进开放日A-z0-9 ]{1,80}$/);
    fc.assert(
      fc.property(words, words, (title, address) => {
        const drawn = new RecordingCanvas();
        const content = ticketContent(mine({}, { title, venue: { ...VENUE, address } }), NOW);
        if (content !== null) drawTicket(drawn.context, content);
        const modules = drawn.fills.slice(2);
        const [top, bottom] = [Math.min(...modules.map(({ y }) => y)), Math.max(...modules.map(({ y }) => y))];
        for (const { left, right, top: above, bottom: below } of drawn.written) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(TICKET_PIXELS.width);
          expect(below).toBeLessThanOrEqual(TICKET_PIXELS.height);
          expect(below <= top || above >= bottom).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['ab', 10, ['ab']],
    ['abcdef', 3, ['abc', 'def']],
    ['abcdefgh', 3, ['abc', 'de…']],
    ['', 3, []],
    ['😀😀😀😀', 4, ['😀😀', '😀😀']],
  ])('%s in lines of %i, two at most: %j', (text, width, lines) => {
    expect(wrapped(text, width, 2, (part) => part.length)).toEqual(lines);
  });
});

describe('keeping it', () => {
  const saves = (): string[] => phone.acts.filter((act) => act.startsWith('saveImage'));

  test('two quick taps keep one', async () => {
    render(<KeepPicture mine={mine()} now={NOW} />);
    fireEvent.click(screen.getByRole('link'));
    await tap(/^保存凭证图片/);
    expect(saves()).toEqual(['saveImageToPhotosAlbum tmp/1-1080x1560.png']);
    expect(toasts()).toEqual(['已保存到相册']);
  });

  test('a closed album is opened in the settings, and the picture kept after all', async () => {
    phone.albumSays = 'saveImageToPhotosAlbum:fail auth deny';
    let isAsked = false;
    Object.defineProperty(phone, 'says', {
      configurable: true,
      get: () => {
        isAsked = true;
        phone.albumSays = null;
        return true;
      },
    });
    render(<KeepPicture mine={mine()} now={NOW} />);
    await tap(/^保存凭证图片/);
    Object.defineProperty(phone, 'says', { configurable: true, writable: true, value: true });
    expect(isAsked).toBe(true);
    expect(phone.acts).toContain('showModal 还不能保存到相册');
    expect(saves()).toHaveLength(2);
    expect(toasts()).toEqual(['已保存到相册']);
  });

  test('who leaves the album closed is left alone', async () => {
    phone.albumSays = 'saveImageToPhotosAlbum:fail auth deny';
    phone.says = false;
    render(<KeepPicture mine={mine()} now={NOW} />);
    await tap(/^保存凭证图片/);
    expect(saves()).toHaveLength(1);
    expect(toasts()).toEqual([]);
  });

  test.each([
    ['the phone gives no board', () => (phone.canvas = null)],
    ['the album fails', () => (phone.albumSays = 'saveImageToPhotosAlbum:fail disk full')],
  ])('%s: said, and can be tried again at once', async (_, spoil) => {
    spoil();
    render(<KeepPicture mine={mine()} now={NOW} />);
    await tap(/^保存凭证图片/);
    await tap(/^保存凭证图片/);
    expect(toasts()).toEqual(['没有保存成功，请再试一次', '没有保存成功，请再试一次']);
  });
});

describe('what can be done with a ticket', () => {
  const show = async (shown: ReturnType<typeof mine>, now = NOW): Promise<string[]> => {
    render(<TicketActions mine={shown} now={now} />);
    await settle();
    return screen.getAllByRole('link').map((row) => row.getAttribute('aria-label')?.split('，')[0] ?? '');
  };

  test.each<[string, ReturnType<typeof mine>, number, readonly string[]]>([
    [
      'confirmed',
      mine({}, { venue: VENUE }),
      NOW,
      ['保存凭证图片', '加到手机日历', '导航', '修改报名信息', '看活动详情'],
    ],
    [
      'confirmed, without a place',
      mine({}, { venue: null }),
      NOW,
      ['保存凭证图片', '加到手机日历', '修改报名信息', '看活动详情'],
    ],
    [
      'waiting',
      mine({ status: 'waitlisted', ticket: undefined }, { venue: VENUE }),
      NOW,
      ['导航', '修改报名信息', '看活动详情'],
    ],
    ['given up', mine({ status: 'cancelled' }, { venue: VENUE }), NOW, ['看活动详情']],
    ['over', mine({}, { venue: VENUE }), EVENT.endsAt, ['看活动详情']],
  ])('%s', async (_, shown, now, rows) => {
    expect(await show(shown, now)).toEqual(rows);
  });

  test('each row does what it says', async () => {
    await show(mine({}, { venue: VENUE }));
    await tap('加到手机日历');
    await tap('导航');
    await tap('修改报名信息');
    await tap('看活动详情');
    expect(phone.acts.map((act) => act.split(' ')[0])).toEqual(
      expect.arrayContaining(['addPhoneCalendar', 'openLocation']),
    );
    expect(phone.opened).toEqual([
      `navigateTo /packages/sign-up/index?id=${EVENT.id}&correct=1`,
      `navigateTo /packages/event/index?id=${EVENT.id}`,
    ]);
  });

  test('a calendar that may not be used says where to allow it', async () => {
    await show(mine());
    phone.refusing = true;
    await tap('加到手机日历');
    expect(toasts()).toEqual(['没有加上，可以在系统设置里允许使用日历']);
  });

  test('reminders are offered only where the server sends them, and say what came of it', async () => {
    expect(await show(mine())).not.toContain('提醒我');
    cleanup();
    const setup = { templates: [{ id: 'tmpl', kinds: ['event-cancelled'] }] };
    phone.server = () => ({ body: JSON.stringify(setup) });
    expect(await show(mine())).toContain('提醒我');
    phone.refusing = true;
    await tap('提醒我');
    expect(toasts()).toEqual(['没有开启微信通知，有变动请看“消息”']);
  });
});
