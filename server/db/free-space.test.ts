import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBytesOf, watchFreeSpace } from './free-space';

const MB = 1024 * 1024;

afterEach(() => {
  jest.restoreAllMocks();
});

test('there is room until little is left, and again once there is more', () => {
  let free = 10_000 * MB;
  let at = 1_000;
  jest.spyOn(performance, 'now').mockImplementation(() => at);
  const heard: boolean[] = [];
  const hasRoom = watchFreeSpace(
    () => free,
    (is) => heard.push(is),
  );
  expect(hasRoom()).toBe(true);
  free = 100 * MB;
  expect(hasRoom()).toBe(true);
  at += 300;
  expect(hasRoom()).toBe(false);
  free = 200 * MB;
  at += 300;
  expect([hasRoom(), heard]).toEqual([true, [false, true]]);
});

test('the disk of a folder is asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quality-month-free-'));
  expect(freeBytesOf(folder)).toBeGreaterThan(0);
  rmSync(folder, { recursive: true });
});
