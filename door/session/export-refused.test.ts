import type { Scan } from '../../domain/check-in/scan';
import { toExport } from './export-refused';

const scan = (part: object): Scan =>
  ({ id: 'i', event: 'lab', at: Date.parse('2026-09-18T14:00:00+08:00'), ...part }) as unknown as Scan;

test('a mark for UTF-8, a heading, a line for each, every cell as text', () => {
  const text = toExport([
    { id: '1', scan: scan({ kind: 'enter', ticket: 'ABCDEFGH23', seats: 2 }), refusal: 'not-found' },
    { id: '2', scan: scan({ kind: 'undo', undoes: 'x' }), refusal: 'nobody knows' },
  ]);
  expect(text.startsWith('\ufeff"时间","活动",')).toBe(true);
  const [, first, second] = text.split('\r\n');
  expect(first).toBe(
    '"2026-09-18T14:00:00+08:00","lab","凭证入场","ABCDEFGH23","2","活动不在这台设备的核验范围内","1"',
  );
  expect(second).toBe('"2026-09-18T14:00:00+08:00","lab","撤销","","","服务器没有接收","2"');
  expect(text.endsWith('\r\n')).toBe(true);
});

test('quotes in an event’s id cannot leave their cell', () => {
  expect(toExport([{ id: '1', scan: scan({ kind: 'walk-in', seats: 1, event: 'a","b' }), refusal: null }])).toContain(
    '"a"",""b"',
  );
});
