import * as fc from 'fast-check';
import { AUDIENCES } from '../campaign/campaign';
import { SIGN_UP_FORMS, type PublishBody } from '../event/event';
import { FACTS, sheetOf } from '../testing/event-sheet';
import { plainLine } from '../text/plain-text';
import { DAY_MS, formatInstant, MINUTE_MS, parseInstant } from '../time/time';
import { checkSheet } from './check-sheet';
import { findItem, itemLabel } from './find-item';
import { toTexts } from './to-texts';

const START = parseInstant('2026-09-01T00:00:00+08:00') ?? 0;

const words = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from('质量月开放日参观实验室西藏拉萨Ab 07=+-@,"\'；、（）')), {
      minLength: 1,
      maxLength: max,
    })
    .map((parts) => plainLine(parts.join('')).replace(/^(\d+)\.0+$/, '$1'))
    .filter((text) => text !== '');
const at = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((seconds) => START + seconds * 1000);
const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const DAY_S = DAY_MS / 1000;

const body: fc.Arbitrary<PublishBody> = fc
  .record({
    item: fc.constantFrom(...FACTS.items),
    title: words(30),
    summary: fc.array(words(20), { maxLength: 3 }).map((lines) => lines.join('\n')),
    name: words(20),
    phone: fc.constantFrom(undefined, '0891-6332205', '12315', '+86 13800138000'),
    region: fc.constantFrom('540000', '540100', '540102', '542500', '540630'),
    venue: fc.option(
      fc.record({
        name: words(20),
        address: words(30),
        latitude: fc.double({ min: 27, max: 36, noNaN: true }),
        longitude: fc.double({ min: 79, max: 98, noNaN: true }),
      }),
    ),
    startsAt: at(20 * DAY_S, 25 * DAY_S),
    minutes: fc.integer({ min: 0, max: 3000 }),
    audiences: fc.subarray([...AUDIENCES], { minLength: 1 }),
    signUp: fc.option(
      fc.record({
        form: fc.constantFrom(...SIGN_UP_FORMS),
        opensAt: at(0, 5 * DAY_S),
        closesAt: at(6 * DAY_S, 19 * DAY_S),
        capacity: fc.integer({ min: 1, max: 100_000 }),
        maxParty: fc.integer({ min: 1, max: 50 }),
      }),
    ),
    suits: option(words(20)),
    bring: option(words(20)),
    meetAt: option(words(20)),
  })
  .map(({ item, name, phone, startsAt, minutes, signUp, suits, bring, meetAt, ...rest }) => ({
    ...rest,
    campaign: FACTS.campaign.id,
    programmeId: item.id,
    organiser: { name, ...(phone !== undefined && { phone }) },
    startsAt: formatInstant(startsAt),
    endsAt: formatInstant(startsAt + minutes * MINUTE_MS),
    signUp: signUp && { ...signUp, opensAt: formatInstant(signUp.opensAt), closesAt: formatInstant(signUp.closesAt) },
    ...(suits !== undefined && { suits }),
    ...(bring !== undefined && { bring }),
    ...(meetAt !== undefined && { meetAt }),
  }));

const labelOf = ({ programmeId }: PublishBody): string => {
  const item = FACTS.items.find(({ id }) => id === programmeId);
  return item ? itemLabel(item) : '';
};

/** What the gate refuses in these words by chance is not what is tried here. */
const isRefused = (codes: readonly string[]): boolean =>
  codes.some((code) => code === 'fee-not-allowed' || code.startsWith('coordinates-'));

test('an event written as a row is the same event when it is read', () => {
  fc.assert(
    fc.property(body, (event) => {
      const { faults, changes } = checkSheet(sheetOf([toTexts('a-1', event, labelOf(event))]), FACTS);
      fc.pre(!isRefused(faults.map(({ code }) => code)));
      expect(faults).toEqual([]);
      expect(changes[0]?.body).toEqual(event);
    }),
    { seed: 20260908, numRuns: 300 },
  );
});

test('every label of the list names its own item', () => {
  for (const item of FACTS.items) expect(findItem(itemLabel(item), FACTS.items)).toEqual({ ok: true, value: item.id });
});
