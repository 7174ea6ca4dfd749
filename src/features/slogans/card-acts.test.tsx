import { act, cleanup, renderHook } from '@testing-library/react';
import type { Picture } from '../../platform/canvas';
import { phone } from '../../platform/taro-double';
import { campaignNamed } from '../../../domain/testing/fake-feed-server';
import { cardTextsOf } from '../../../domain/slogan/slogan';
import { type CardActs, useCardActs } from './use-card-acts';
import { type Cards, useCards } from './use-cards';

const TEXTS = cardTextsOf({ ...campaignNamed('2025'), slogans: ['质量发展 利民惠民'] });
const FILE: Picture = { kind: 'file', path: 'tmp/card.png' };
const SAVED = 'saveImageToPhotosAlbum tmp/card.png';
const MOMENT_MS = 1000;

interface Shown {
  readonly cards: Cards;
  readonly acts: CardActs;
}

function show(): { readonly current: Shown } {
  return renderHook(() => {
    const cards = useCards(TEXTS, {});
    return { cards, acts: useCardActs(cards, () => Promise.resolve(FILE)) };
  }).result;
}

const tap = (shown: { readonly current: Shown }): Promise<void> =>
  act(async () => {
    shown.current.acts.save();
    await jest.advanceTimersByTimeAsync(0);
  });

beforeEach(() => {
  jest.useFakeTimers();
  phone.reset();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

test('two quick taps keep one picture; a later one is meant', async () => {
  const shown = show();
  await tap(shown);
  await tap(shown);
  expect(phone.acts).toEqual([SAVED]);
  await act(() => jest.advanceTimersByTimeAsync(MOMENT_MS));
  await tap(shown);
  expect(phone.acts).toEqual([SAVED, SAVED]);
});

test('the next card is kept at once', async () => {
  const shown = show();
  await tap(shown);
  act(() => {
    shown.current.cards.go(1);
  });
  await tap(shown);
  expect(phone.acts).toEqual([SAVED, SAVED]);
});

test('what was refused can be tried again at once', async () => {
  const shown = show();
  phone.albumSays = 'auth deny';
  await tap(shown);
  expect(shown.current.acts.news).toEqual({ kind: 'denied' });
  phone.albumSays = null;
  await tap(shown);
  expect(shown.current.acts.news).toEqual({ kind: 'said', text: '已保存到相册' });
});
