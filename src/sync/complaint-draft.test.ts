import { EMPTY_DRAFT } from '../../domain/complaint/complaint-draft';
import { writePending } from '../platform/late-writing';
import { phone } from '../testing/fake-taro';
import { changeDraft, complaintDraft, deleteDraft, writeField } from './complaint-draft';
import { relaunch } from '../testing/relaunch';
import { isUnkept } from './room';

const ID = '110101199003072316';
const KEY = 'complaint-draft';
const state = complaintDraft.getState;

/** The app as freshly launched on a phone with this draft stored. */
function launch(stored?: string): void {
  relaunch(new Map(stored === undefined ? [] : [[KEY, stored]]));
}

test('what was typed is there at the next launch, until it is deleted; nothing is sent', () => {
  launch();
  expect(state().draft).toEqual(EMPTY_DRAFT);
  changeDraft({ kind: 'report' });
  writeField('dispute', '缺斤少两', true);
  writePending();
  const stored = phone.storage.get(KEY);
  const asked = phone.requests.length;
  launch(stored);
  expect(state().draft).toEqual({ ...EMPTY_DRAFT, kind: 'report', dispute: '缺斤少两' });
  deleteDraft();
  expect(phone.storage.has(KEY)).toBe(false);
  // What stands there now is a fresh form of the same kind.
  expect(state().draft).toEqual({ ...EMPTY_DRAFT, kind: 'report' });
  launch(phone.storage.get(KEY));
  expect(state().draft).toEqual(EMPTY_DRAFT);
  expect([asked, phone.requests.length]).toEqual([0, 0]);
});

test('nothing is stored before something was written, nor after it was taken back', () => {
  launch();
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

test('an identity number never gets into the storage, and the field says so until one goes on', () => {
  launch();
  for (let length = 1; length <= ID.length; length += 1) writeField('dispute', `我是${ID.slice(0, length)}`, true);
  expect(state()).toMatchObject({ draft: { dispute: '我是' }, stripped: 'dispute' });
  writePending();
  expect(phone.storage.get(KEY)).toContain('我是');
  expect(phone.storage.get(KEY)).not.toContain(ID);
  writeField('dispute', '我是张三', true);
  expect(state().stripped).toBeNull();
});

test('a short number goes when the field is left', () => {
  launch();
  writeField('proof', '540102900307231', true);
  expect(state().stripped).toBeNull();
  writeField('proof', '540102900307231', false);
  expect(state()).toMatchObject({ draft: { proof: '' }, stripped: 'proof' });
});

test('more than a field takes is cut, as the field itself would', () => {
  launch();
  writeField('name', '长'.repeat(40), true);
  expect(state().draft.name).toHaveLength(30);
  // A character of two units is not torn apart.
  writeField('name', `${'长'.repeat(29)}😀`, true);
  expect(state().draft.name).toBe('长'.repeat(29));
});

test.each([
  ['no JSON', '{'],
  ['a draft of another shape', '{"kind":"complaint"}'],
])('what is stored as %s is forgotten', (_, stored) => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  launch(stored);
  expect(state().draft).toEqual(EMPTY_DRAFT);
  warn.mockRestore();
});

test('without room it is said, and what was typed stays on the screen', () => {
  launch();
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
  const type = (): void => {
    for (let length = 1; length <= STORY.length; length += 1) {
      writeField('dispute', STORY.slice(0, length), true);
      jest.advanceTimersByTime(200);
    }
  };

  test('it is stored at the pause, once', () => {
    launch();
    type();
    expect(phone.written).toEqual([]);
    jest.advanceTimersByTime(500);
    expect(phone.written).toEqual([KEY]);
    expect(phone.storage.get(KEY)).toContain(STORY);
  });

  test.each([
    [
      'the field is left',
      (): void => {
        writeField('dispute', STORY, false);
      },
    ],
    [
      'the app goes out of sight',
      (): void => {
        phone.goToBack();
      },
    ],
  ])('nothing is lost when %s', (_, leave) => {
    launch();
    type();
    leave();
    expect(phone.storage.get(KEY)).toContain(STORY);
  });

  test('what was deleted does not come back at the pause', () => {
    launch();
    type();
    deleteDraft();
    jest.advanceTimersByTime(500);
    expect(phone.storage.has(KEY)).toBe(false);
  });
});
