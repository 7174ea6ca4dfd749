import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { phone } from '../testing/fake-taro';
import { SpeakButton } from './speak-button';

/** A browser's voice that speaks only when told to. */
class Voice {
  readonly queue: Utterance[] = [];
  readonly speak = (utterance: Utterance): void => void this.queue.push(utterance);
  readonly cancel = (): void => {
    for (const utterance of this.queue.splice(0)) utterance.onerror?.({ error: 'canceled' });
  };
  /** Says all that waits. */
  finish(): void {
    for (const utterance of this.queue.splice(0)) utterance.onend?.();
  }
  fail(error: string): void {
    for (const utterance of this.queue.splice(0)) utterance.onerror?.({ error });
  }
}

class Utterance {
  lang = '';
  rate = 1;
  onend: (() => void) | null = null;
  onerror: ((event: { error: string }) => void) | null = null;
  constructor(readonly text: string) {}
}

let voice: Voice;
const target = process.env.TARO_ENV;
const failed = jest.fn();

const show = (): void => {
  render(<SpeakButton sentences={['一', '二']} text="朗读" stopText="停止" onFailed={failed} />);
};
const settle = (work: () => void): Promise<void> =>
  act(async () => {
    work();
    await Promise.resolve();
  });

beforeEach(() => {
  phone.reset();
  failed.mockReset();
  voice = new Voice();
  process.env.TARO_ENV = 'h5';
  Object.assign(window, { speechSynthesis: voice, SpeechSynthesisUtterance: Utterance });
});
afterEach(() => {
  cleanup();
  process.env.TARO_ENV = target;
  Reflect.deleteProperty(window, 'speechSynthesis');
});

test('reads each sentence in Chinese, says how to stop it, and is ready again at the end', async () => {
  show();
  await settle(() => fireEvent.click(screen.getByLabelText('朗读')));
  expect(voice.queue.map(({ text, lang }) => [text, lang])).toEqual([
    ['一', 'zh-CN'],
    ['二', 'zh-CN'],
  ]);
  expect(screen.getByLabelText('停止')).toBeTruthy();
  await settle(() => {
    voice.finish();
  });
  expect(screen.getByLabelText('朗读')).toBeTruthy();
  expect(failed).not.toHaveBeenCalled();
});

test('a second tap, and leaving the page, end it without a complaint', async () => {
  show();
  await settle(() => fireEvent.click(screen.getByLabelText('朗读')));
  await settle(() => fireEvent.click(screen.getByLabelText('停止')));
  expect(voice.queue).toEqual([]);
  expect(screen.getByLabelText('朗读')).toBeTruthy();
  await settle(() => fireEvent.click(screen.getByLabelText('朗读')));
  await settle(() => {
    phone.hidePage();
  });
  expect(voice.queue).toEqual([]);
  expect(failed).not.toHaveBeenCalled();
});

test('a phone without a voice says so', async () => {
  show();
  await settle(() => fireEvent.click(screen.getByLabelText('朗读')));
  await settle(() => {
    voice.fail('voice-unavailable');
  });
  expect(failed).toHaveBeenCalledTimes(1);
});

test.each([
  ['in WeChat', () => (process.env.TARO_ENV = 'weapp')],
  ['in a browser that cannot speak', () => Reflect.deleteProperty(window, 'speechSynthesis')],
])('%s there is no button', (_, take) => {
  take();
  show();
  expect(screen.queryByRole('button')).toBeNull();
});
