import { EMPTY_DRAFT } from '../../domain/complaint/complaint-draft';

const ID = '110101199003072316';
const KEY = 'complaint-draft';

/** The app as freshly launched on a phone with this draft stored. */
async function launch(stored?: string) {
  jest.resetModules();
  const { phone } = await import('../testing/fake-taro');
  if (stored !== undefined) phone.storage.set(KEY, stored);
  const { writePending } = await import('../platform/late-writing');
  const { isUnkept } = await import('./room');
  const { changeDraft, complaintDraft, deleteDraft, writeField } = await import('./complaint-draft');
  return {
    phone,
    isUnkept,
    changeDraft,
    deleteDraft,
    writeField,
    writePending,
    state: () => complaintDraft.getState(),
  };
}

type Launched = Awaited<ReturnType<typeof launch>>;

test('what was typed is there at the next launch, until it is deleted; nothing is sent', async () => {
  const first = await launch();
  expect(first.state().draft).toEqual(EMPTY_DRAFT);
  first.changeDraft({ kind: 'report' });
  first.writeField('dispute', '缺斤少两', true);
  first.writePending();
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
  const { phone, changeDraft, writeField, writePending, state } = await launch();
  changeDraft({ kind: 'report' });
  changeDraft({ anonymous: true });
  writeField('name', ' ', true);
  writePending();
  expect(phone.storage.has(KEY)).toBe(false);
  expect(state().draft).toMatchObject({ kind: 'report', anonymous: true });
  writeField('name', '张', true);
  writePending();
  expect(phone.storage.has(KEY)).toBe(true);
  writeField('name', '', true);
  expect(phone.storage.has(KEY)).toBe(false);
});

test('an identity number never gets into the storage, and the field says so until one goes on', async () => {
  const { writeField, writePending, state, phone } = await launch();
  for (let length = 1; length <= ID.length; length += 1) writeField('dispute', `我是${ID.slice(0, length)}`, true);
  expect(state()).toMatchObject({ draft: { dispute: '我是' }, stripped: 'dispute' });
  writePending();
  expect(phone.storage.get(KEY)).toContain('我是');
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
  const { isUnkept, changeDraft, writePending, state, phone } = await launch();
  phone.storageOff = true;
  changeDraft({ name: '张三' });
  writePending();
  expect(state()).toMatchObject({ draft: { name: '张三' } });
  expect(isUnkept('complaint-draft')).toBe(true);
});

describe('while it is typed', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const STORY = '买到的电饭煲第二天就坏了';
  /** Letter by letter, with a fifth of a second between. */
  const type = (writeField: (field: 'dispute', text: string, typing: boolean) => void): void => {
    for (let length = 1; length <= STORY.length; length += 1) {
      writeField('dispute', STORY.slice(0, length), true);
      jest.advanceTimersByTime(200);
    }
  };

  test('it is stored at the pause, once', async () => {
    const { writeField, phone } = await launch();
    type(writeField);
    expect(phone.written).toEqual([]);
    jest.advanceTimersByTime(500);
    expect(phone.written).toEqual([KEY]);
    expect(phone.storage.get(KEY)).toContain(STORY);
  });

  test.each([
    [
      'the field is left',
      ({ writeField }: Launched): void => {
        writeField('dispute', STORY, false);
      },
    ],
    [
      'the app goes out of sight',
      ({ phone }: Launched): void => {
        phone.goToBack();
      },
    ],
  ])('nothing is lost when %s', async (_, leave) => {
    const app = await launch();
    type(app.writeField);
    leave(app);
    expect(app.phone.storage.get(KEY)).toContain(STORY);
  });

  test('what was deleted does not come back at the pause', async () => {
    const { writeField, deleteDraft, phone } = await launch();
    type(writeField);
    deleteDraft();
    jest.advanceTimersByTime(500);
    expect(phone.storage.has(KEY)).toBe(false);
  });
});
