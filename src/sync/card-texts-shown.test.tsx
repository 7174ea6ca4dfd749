import { act, cleanup, renderHook } from '@testing-library/react';
import { campaignNamed } from '../../domain/testing/fake-feed-server';
import { phone } from '../platform/taro-double';
import { useCardTexts } from './card-texts';

const SLOGANS = ['质量发展 利民惠民'];
const KNOWN = ['2025', '2024'];

/** Which campaign's cards each drawing of the screen showed. */
async function follow(asked: string | undefined): Promise<(string | undefined)[]> {
  const shown: (string | undefined)[] = [];
  renderHook(() => {
    shown.push(useCardTexts(asked).texts?.id);
  });
  await act(() => jest.advanceTimersByTimeAsync(0));
  cleanup();
  return shown;
}

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
  phone.server = (url) => {
    const id = KNOWN.find((each) => url.includes(each)) ?? (/1999/.test(url) ? undefined : '2025');
    if (id === undefined) return { status: 404, body: '{}' };
    return { body: JSON.stringify({ campaign: { ...campaignNamed(id), slogans: SLOGANS } }) };
  };
});

afterEach(() => {
  jest.useRealTimers();
});

test('cards of another campaign than a link names stand there only once the server knows of no such', async () => {
  expect((await follow(undefined)).at(-1)).toBe('2025');
  const known = await follow('2024');
  expect(known.at(-1)).toBe('2024');
  expect(known).not.toContain('2025');
  const unknown = await follow('1999');
  expect(unknown[0]).toBeUndefined();
  expect(unknown).not.toContain('2024');
  expect(unknown.at(-1)).toBe('2025');
});
