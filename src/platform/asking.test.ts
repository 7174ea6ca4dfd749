import { confirm } from './ask';
import { loginCredential } from './login';
import { addToCalendar } from './phone-calendar';
import { freshId } from './random';
import { askForMessages } from './subscribe';
import { phone } from '../testing/fake-taro';

beforeEach(() => {
  phone.reset();
});

test('WeChat’s code opens a session; without one there is nothing to open it with', async () => {
  phone.loginCodes = ['abc', '', null];
  await expect(loginCredential()).resolves.toEqual({ kind: 'wechat', code: 'abc' });
  await expect(loginCredential()).resolves.toBeNull();
  await expect(loginCredential()).resolves.toBeNull();
});

test('ids are UUIDs of version 4, with and without the platform’s random source', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  const ids = Array.from({ length: 50 }, freshId);
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
  ids.push(...Array.from({ length: 50 }, freshId));
  Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  for (const id of ids) expect(id).toMatch(uuid);
  expect(new Set(ids).size).toBe(100);
});

test('the phone’s calendar counts in seconds; who says no has refused', async () => {
  const entry = {
    title: '开放日',
    startsAt: 1_000_500,
    endsAt: 2_000_000,
    location: '啤酒厂',
    description: '',
    alarmBefore: 3600,
    icsPath: '/api/v1/events/e.ics',
  };
  await expect(addToCalendar(entry)).resolves.toBe('done');
  expect(phone.acts[0]).toContain('"startTime":1000,"endTime":"2000"');
  phone.refusing = true;
  await expect(addToCalendar(entry)).resolves.toBe('refused');
});

test('messages: what was agreed to, five at most, nothing where nothing is set up', async () => {
  phone.declined = ['b'];
  await expect(askForMessages(['a', 'b', 'c', 'd', 'e', 'f'])).resolves.toEqual(['a', 'c', 'd', 'e']);
  await expect(askForMessages([])).resolves.toEqual([]);
  phone.refusing = true;
  await expect(askForMessages(['a'])).resolves.toEqual([]);
});

test('a question is answered yes or no', async () => {
  const question = { title: '取消报名？', text: '', yes: '取消报名', no: '保留' };
  await expect(confirm(question)).resolves.toBe(true);
  phone.says = false;
  await expect(confirm(question)).resolves.toBe(false);
});
