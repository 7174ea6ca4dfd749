import * as fc from 'fast-check';
import * as v from 'valibot';
import { parseTicket } from './parse-ticket';
import { makeTicket, ticketHalves, ticketQrText, TicketSchema } from './ticket';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a ticket made from random bytes is one, and reads back from its QR code', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const ticket = makeTicket(random);
      fc.pre(ticket !== null);
      expect(v.is(TicketSchema, ticket)).toBe(true);
      expect(parseTicket(ticketQrText(ticket))).toBe(ticket);
    }),
  );
});

test('has no characters that are taken for one another', () => {
  fc.assert(fc.property(bytes, (random) => !/[01OIL]/.test(makeTicket(random) ?? '')));
});

test('every character is equally likely', () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const first = makeTicket(Uint8Array.of(byte, 0, 0, 0, 0, 0, 0, 0, 0, 0))?.charAt(0);
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  expect(counts.size).toBe(31);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test('too few bytes make none', () => {
  expect(makeTicket(new Uint8Array(9))).toBeNull();
  expect(makeTicket(new Uint8Array(32).fill(255))).toBeNull();
});

test.each([
  ['as shown', 'ABCDE FGH23', 'ABCDEFGH23'],
  ['small, hyphenated', 'abcde-fgh23', 'ABCDEFGH23'],
  ['full-width', 'ＡＢＣＤＥＦＧＨ２３', 'ABCDEFGH23'],
  ['scanned, with a line end', 'QM:ABCDEFGH23\r\n', 'ABCDEFGH23'],
  ['a character that no ticket has', 'ABCDE0GH23', null],
  ['too short', 'ABCDEFGH2', null],
  ['too long', 'ABCDEFGH234', null],
  ['another QR code', 'https://example.cn/ABCDEFGH23', null],
  ['nothing', '', null],
])('read back: %s', (_, text, ticket) => {
  expect(parseTicket(text)).toBe(ticket);
});

test('is shown in two halves', () => {
  expect(ticketHalves('ABCDEFGH23')).toEqual(['ABCDE', 'FGH23']);
});
