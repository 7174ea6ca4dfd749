import * as v from 'valibot';
import { CancelBodySchema, EventSchema, PublishBodySchema, type PublishBody } from './event';
import { eventNamed } from '../testing/fake-feed-server';

const TERMS = {
  form: 'visit',
  opensAt: '2026-09-01T08:00:00+08:00',
  closesAt: '2026-09-17T18:00:00+08:00',
  capacity: 40,
  maxParty: 5,
} as const;

const VENUE = { name: '拉萨啤酒厂', address: '城关区色拉路36号', latitude: 29.66, longitude: 91.14 };

const BODY: PublishBody = {
  campaign: '2026',
  programmeId: 't001',
  title: '质量开放日',
  summary: '',
  organiser: { name: '拉萨市市场监督管理局', phone: '0891-1234567' },
  region: '540102',
  venue: VENUE,
  startsAt: '2026-09-18T14:00:00+08:00',
  endsAt: '2026-09-18T16:00:00+08:00',
  audiences: ['公众'],
  signUp: TERMS,
};

/** Where the schema first objects, and how: `signUp.capacity too-small`. */
function objection(schema: v.GenericSchema, value: unknown): string {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return '';
  const [issue] = parsed.issues;
  return `${v.getDotPath(issue) ?? ''} ${issue.message}`;
}

describe('what a publisher sends', () => {
  test('is taken, and stripped of space around its lines', () => {
    expect(v.parse(PublishBodySchema, { ...BODY, title: '  质量开放日 ' })).toEqual(BODY);
  });

  test.each([
    ['a blank title', { title: '   ' }, 'title required'],
    ['a long title', { title: '质'.repeat(61) }, 'title too-long'],
    ['a summary over a thousand characters', { summary: '质'.repeat(1001) }, 'summary too-long'],
    ['a time without offset', { startsAt: '2026-09-18T14:00:00' }, 'startsAt instant'],
    ['a region that is no code', { region: '拉萨' }, 'region region'],
    ['no audience', { audiences: [] }, 'audiences required'],
    ['a telephone with words', { organiser: { name: '某局', phone: 'call me now' } }, 'organiser.phone phone'],
    ['no seat', { signUp: { ...TERMS, capacity: 0 } }, 'signUp.capacity too-small'],
    ['half a seat', { signUp: { ...TERMS, capacity: 1.5 } }, 'signUp.capacity integer'],
    ['a party of 51', { signUp: { ...TERMS, maxParty: 51 } }, 'signUp.maxParty too-large'],
  ])('%s is refused where it stands', (_, part, expected) => {
    expect(objection(PublishBodySchema, { ...BODY, ...part })).toBe(expected);
  });

  test.each([
    ['an unknown audience', { audiences: ['儿童'] }, 'audiences.0'],
    ['an unknown form', { signUp: { ...TERMS, form: 'vip' } }, 'signUp.form'],
    ['a misspelt field', { titel: 'x' }, 'titel'],
  ])('%s is refused', (_, part, path) => {
    expect(objection(PublishBodySchema, { ...BODY, ...part }).split(' ')[0]).toBe(path);
  });
});

describe('an event on the wire', () => {
  test('may have no venue, no sign-up and no summary', () => {
    expect(v.is(EventSchema, eventNamed('e-1', 1))).toBe(true);
  });

  test('may carry fields of a newer server, which the phone leaves out', () => {
    expect(v.parse(EventSchema, { ...eventNamed('e-1', 1), newField: 1 })).toEqual(eventNamed('e-1', 1));
  });

  test.each(['', '-begins-wrong', 'has space', 'a/b', 'x'.repeat(65), '中文'])('is not called %p', (id) => {
    expect(objection(EventSchema, eventNamed(id, 1))).toBe('id event-id');
  });
});

test('a cancellation gives its reason', () => {
  expect(objection(CancelBodySchema, { reason: ' ' })).toBe('reason required');
  expect(objection(CancelBodySchema, { reason: '因大雪取消' })).toBe('');
});
