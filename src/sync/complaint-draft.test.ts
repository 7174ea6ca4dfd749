import { EMPTY_DRAFT } from '../domain/complaint-draft';

const ID = '110101199003072316';
const KEY = 'complaint-draft';

/** The app as freshly launched on a phone with this draft stored. */
async function launch(stored?: string) {
  jest.resetModules();
  const { phone } = await import('../platform/taro-double');
  if (stored !== undefined) phone.storage.set(KEY, stored);
  const { changeDraft, complaintDraft, deleteDraft, writeField } = await import('./complaint-draft');
  return { phone, changeDraft, deleteDraft, writeField, state: () => complaintDraft.getState() };
}

test('what was typed is there at the next launch, until it is deleted; nothing is sent', async () => {
  const first = await launch();
  expect(first.state().draft).toEqual(EMPTY_DRAFT);
  first.changeDraft({ kind: 'report' });
  first.writeField('dispute', '缺斤少两', true);
  const stored = first.phone.storage.get(KEY);
  const next = await launch(stored);
  expect(next.state().draft).toEqual({ ...EMPTY_DRAFT, kind: 'report', dispute: '缺斤少两' });
  next.deleteDraft();
  expect(next.phone.storage.has(KEY)).toBe(false);
  // What stands there now is a fresh form of the same kind.
  expect(next.state().draft).toEqual({ ...EMPTY_DRAFT, kind: 'report' });
  expect((await launch(next.phone.storage.get(KEY))).state().draft).toEqual(EMPTY_DRAFT);
  expect([...first.phone.requests, ...next.phone.requests]).toEqual([]);
});

test('nothing is stored before something was written, nor after it was taken back', async () => {
  const { phone, changeDraft, writeField, state } = await launch();
  changeDraft({ kind: 'report' });
  changeDraft({ anonymous: true });
  writeField('name', ' ', true);
  expect(phone.storage.has(KEY)).toBe(false);
  expect(state().draft).toMatchObject({ kind: 'report', anonymous: true });
  writeField('name', '张', true);
  expect(phone.storage.has(KEY)).toBe(true);
  writeField('name', '', true);
  expect(phone.storage.has(KEY)).toBe(false);
});

test('an identity number never gets into the storage, and the field says so until one goes on', async () => {
  const { writeField, state, phone } = await launch();
  for (let length = 1; length <= ID.length; length += 1) writeField('dispute', `我是${ID.slice(0, length)}`, true);
  expect(state()).toMatchObject({ draft: { dispute: '我是' }, stripped: 'dispute' });
  expect(phone.storage.get(KEY)).not.toContain(ID);
  writeField('dispute', '我是张三', true);
  expect(state().stripped).toBeNull();
});

test('a short number goes when the field is left', async () => {
  const { writeField, state } = await launch();
  writeField('proof', '540102900307231', true);
  expect(state().stripped).toBeNull();
  writeField('proof', '540102900307231', false);
  expect(state()).toMatchObject({ draft: { proof: '' }, stripped: 'proof' });
});

test('more than a field takes is cut, as the field itself would', async () => {
  const { writeField, state } = await launch();
  writeField('name', '长'.repeat(40), true);
  expect(state().draft.name).toHaveLength(30);
  // A character of two units is not torn apart.
  writeField('name', `${'长'.repeat(29)}😀`, true);
  expect(state().draft.name).toBe('长'.repeat(29));
});

test.each([
  ['no JSON', '{'],
  ['a draft of another shape', '{"kind":"complaint"}'],
])('what is stored as %s is forgotten', async (_, stored) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  expect((await launch(stored)).state().draft).toEqual(EMPTY_DRAFT);
  warn.mockRestore();
});

test('without room it is said, and what was typed stays on the screen', async () => {
  const { changeDraft, state, phone } = await launch();
  phone.storageOff = true;
  changeDraft({ name: '张三' });
  expect(state()).toMatchObject({ draft: { name: '张三' }, unkept: true });
});
