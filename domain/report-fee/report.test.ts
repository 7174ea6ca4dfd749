import * as fc from 'fast-check';
import * as v from 'valibot';
import { findingOf } from '../problem/field-error';
import { makeReceipt, parseReceipt, ReceiptSchema } from './receipt';
import { recipientOf, type Recipient, type Reported, type ReportOrganisation } from './recipient';
import {
  decideReportStep,
  ReportAnswerSchema,
  ReportBodySchema,
  ReportReceiptSchema,
  type ReportState,
  ReportStepSchema,
} from './report';

const FEE = { kind: 'fee', event: 'lab-1', what: '现场收取资料费50元' };
const fieldErrors = (input: unknown) => {
  const parsed = v.safeParse(ReportBodySchema, input);
  return parsed.success ? [] : parsed.issues.map(findingOf);
};

test.each([
  ['a fee', FEE],
  ['with everything', { ...FEE, sum: 50.5, contact: '13800138000', id: '00000000-0000-4000-8000-000000000000' }],
  ['feedback on no event', { kind: 'feedback', what: '字太小' }],
  ['feedback on an event', { kind: 'feedback', event: 'lab-1', what: '地图不准' }],
])('takes %s', (_, body) => {
  expect(fieldErrors(body)).toEqual([]);
});

test.each([
  ['a fee at no event', { kind: 'fee', what: '收费' }, 'event', 'required'],
  ['nothing said', { ...FEE, what: '  ' }, 'what', 'required'],
  ['too much said', { ...FEE, what: '费'.repeat(1001) }, 'what', 'too-long'],
  ['an identity number', { ...FEE, what: '我的身份证540102199003071234' }, 'what', 'identity-number'],
  ['one as contact', { ...FEE, contact: '540102199003071234' }, 'contact', 'identity-number'],
  ['less than nothing', { ...FEE, sum: -1 }, 'sum', 'too-small'],
  ['a sum as a text', { ...FEE, sum: '50' }, 'sum', 'wrong-type'],
  ['another kind', { ...FEE, kind: 'complaint' }, 'kind', 'not-allowed'],
  ['a field of its own', { ...FEE, name: '卓玛' }, 'name', 'unknown-field'],
])('refuses %s', (_, body, path, code) => {
  expect(fieldErrors(body)).toContainEqual({ path, code });
});

const step = (state: ReportState, words = '') => ({ state, words });
const no = (code: string) => ({ ok: false, code });
const yes = (changed = true) => ({ ok: true, changed });
test.each([
  ['it is being looked into', step('received'), step('checking'), yes()],
  ['it is handled at once', step('received'), step('handled', '已退费'), yes()],
  ['it is handled', step('checking', '核实'), step('handled', '已退费'), yes()],
  ['handled without words', step('checking'), step('handled'), no('words-required')],
  ['words change', step('checking'), step('checking', '正在联系主办单位'), yes()],
  ['the same again', step('checking', '核实'), step('checking', '核实'), yes(false)],
  ['back to received', step('checking'), step('received'), no('report-step')],
  ['handled, then looked into', step('handled', '已退费'), step('checking'), no('report-handled')],
  ['handled, other words', step('handled', '已退费'), step('handled', '未退费'), no('report-handled')],
  ['handled, the same again', step('handled', '已退费'), step('handled', '已退费'), yes(false)],
])('%s', (_, stored, next, decision) => {
  expect(decideReportStep(stored, next)).toEqual(decision);
});

test('a step needs a state that there is', () => {
  expect(v.is(ReportStepSchema, { state: 'deleted' })).toBe(false);
});

const ORGANISATIONS: readonly ReportOrganisation[] = [
  { id: 'nation', region: '100000' },
  { id: 'tibet', region: '540000' },
  { id: 'tibet-standards', region: '540000' },
  { id: 'lhasa', region: '540100' },
  { id: 'chengguan', region: '540102' },
  { id: 'chengguan-school', region: '540102' },
  { id: 'sichuan', region: '510000' },
];
const to = (...ids: readonly string[]) => ({ to: 'organisations', ids });

test.each<readonly [string, Reported, readonly ReportOrganisation[], object]>([
  ['a county’s goes to its city', { organisation: 'chengguan', region: '540102' }, ORGANISATIONS, to('lhasa')],
  ['not to the one beside it', { organisation: 'chengguan-school', region: '540102' }, ORGANISATIONS, to('lhasa')],
  [
    'a city’s to all of its region',
    { organisation: 'lhasa', region: '540100' },
    ORGANISATIONS,
    to('tibet', 'tibet-standards'),
  ],
  ['a region’s to the country', { organisation: 'tibet', region: '540000' }, ORGANISATIONS, to('nation')],
  [
    'past a level where nobody is',
    { organisation: 'shigatse', region: '540202' },
    ORGANISATIONS,
    to('tibet', 'tibet-standards'),
  ],
  ['an event of no organisation', { organisation: null, region: '540102' }, ORGANISATIONS, to('lhasa')],
  ['the country’s to the operator', { organisation: 'nation', region: '100000' }, ORGANISATIONS, { to: 'operator' }],
  [
    'nobody above',
    { organisation: 'lhasa', region: '540100' },
    [{ id: 'lhasa', region: '540100' }],
    { to: 'operator' },
  ],
  ['on the app', { organisation: null, region: null }, ORGANISATIONS, { to: 'operator' }],
])('%s', (_, reported, organisations, recipient) => {
  expect(recipientOf(reported, organisations)).toEqual(recipient);
});

test('never to itself, nor to one of the same region or another one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ORGANISATIONS), fc.subarray([...ORGANISATIONS]), ({ id, region }, organisations) => {
      const recipient: Recipient = recipientOf({ organisation: id, region }, organisations);
      if (recipient.to === 'operator') return;
      expect(recipient.ids).not.toContain(id);
      for (const each of recipient.ids) {
        const found = ORGANISATIONS.find((organisation) => organisation.id === each);
        expect(found?.region).not.toBe(region);
        expect(['100000', '540000', '540100']).toContain(found?.region);
      }
    }),
    { seed: 15 },
  );
});

describe('a receipt', () => {
  test('is ten letters without look-alikes, and reads back as it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (bytes) => {
        const receipt = makeReceipt(bytes);
        fc.pre(receipt !== null);
        expect(receipt).toMatch(/^[A-HJKMNP-Z]{10}$/);
        expect(parseReceipt(` ${receipt.slice(0, 5).toLowerCase()} ${receipt.slice(5)}`)).toBe(receipt);
      }),
      { seed: 15 },
    );
  });

  test('has every letter equally often', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const first = makeReceipt(Uint8Array.of(byte, 0, 0, 0, 0, 0, 0, 0, 0, 0))?.charAt(0);
      if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([counts.size, new Set(counts.values())]).toEqual([23, new Set([8])]);
  });

  test.each([['ABCDEFGHJ'], ['ABCDEFGHJ2'], ['ABCDEFGHJO'], ['ABCDEFGHJKM'], ['']])('%p is none', (text) => {
    expect(parseReceipt(text)).toBeNull();
    expect(v.is(ReceiptSchema, text)).toBe(false);
  });

  test('too few bytes make none', () => {
    expect(makeReceipt(new Uint8Array(9))).toBeNull();
  });
});

test('who looks a report up reads its state and the words, and nothing that was reported', () => {
  expect(v.is(ReportReceiptSchema, { receipt: 'ABCDEFGHJK' })).toBe(true);
  expect(v.parse(ReportAnswerSchema, { state: 'handled', words: '已退费', what: '收费', contact: '1' })).toEqual({
    state: 'handled',
    words: '已退费',
  });
});
