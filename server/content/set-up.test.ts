import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT_IN_GUIDE } from '../../domain/complaint/built-in-guide';
import { parseConfig } from '../config';
import { sampleCampaign } from './sample';
import { readSetUp, type SetUp, withSetUp } from './set-up';

const content = sampleCampaign('2026-09-01');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'set-up-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function setUpOf(environment: Readonly<Record<string, string>>): SetUp {
  const parsed = parseConfig(environment);
  if (!parsed.ok) throw new Error(parsed.problem);
  return readSetUp(parsed.config);
}

test('where nothing is set up the campaign says nothing of it', () => {
  expect(withSetUp(content, setUpOf({}))).toEqual(content);
});

test('phones are told where the browser build is and of the official mini-program', () => {
  const setUp = setUpOf({ WEB_ADDRESS: 'https://quality.example.cn', APPID_12315: 'wx0123456789abcdef' });
  const { campaign, programme } = withSetUp(content, setUp);
  expect(campaign.deployment).toEqual({ webAddress: 'https://quality.example.cn', app12315: 'wx0123456789abcdef' });
  expect(campaign.guide12315).toEqual(BUILT_IN_GUIDE);
  expect(programme).toBe(content.programme);
});

test('a guide of the deployment’s own takes the place of the built-in one', () => {
  const file = join(folder, '12315.json');
  const guide = { ...BUILT_IN_GUIDE, notAccepted: ['改过的规定'] };
  writeFileSync(file, JSON.stringify(guide));
  expect(withSetUp(content, setUpOf({ GUIDE_12315: file })).campaign.guide12315).toEqual(guide);
});

test.each([
  ['is no JSON', '{'],
  ['lacks a part', JSON.stringify({ phone: '12315' })],
])('a guide that %s stops the start and is named', (_name, text) => {
  const file = join(folder, '12315.json');
  writeFileSync(file, text);
  expect(() => setUpOf({ GUIDE_12315: file })).toThrow(`GUIDE_12315 ${file}: `);
});
