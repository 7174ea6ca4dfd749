import * as fc from 'fast-check';
import { type FormKind, contactOf, fieldsOf, maskName, parseForm, seatsOf } from './sign-up-form';

const CREDIT_CODE = '91350100M000100Y43';
const ID_NUMBER = '110101199003077715';

const FILLED: Record<FormKind, Record<string, unknown>> = {
  visit: { contactName: '达瓦·次仁', mobile: '13800138000', partySize: 2 },
  training: {
    enterprise: '拉萨某某（集团）有限公司',
    creditCode: CREDIT_CODE,
    attendees: [
      { name: '王小明', mobile: '13800138000', post: '质检员' },
      { name: '李红', mobile: '13900139000' },
    ],
  },
  qc: {
    enterprise: '拉萨某某有限公司',
    creditCode: CREDIT_CODE,
    groupName: '向日葵QC小组',
    topic: '降低灌装线停机时间',
    topicType: 'problem-solving',
    members: 8,
    presenter: '王小明',
    mobile: '13800138000',
  },
  metrology: { contactName: '王小明', mobile: '13800138000', partySize: 1, meters: ['water', 'gas'] },
};

const KINDS = ['visit', 'training', 'qc', 'metrology'] as const;

function fieldErrorsOf(kind: FormKind, input: unknown, maxParty = 5): string[] {
  const decision = parseForm(kind, input, maxParty);
  return decision.ok ? [] : decision.errors.map(({ path, code }) => `${path} ${code}`);
}

const changed = (kind: FormKind, part: Record<string, unknown>): string[] =>
  fieldErrorsOf(kind, { ...FILLED[kind], ...part });

describe('a form that is filled in', () => {
  test.each([
    ['visit', 2],
    ['training', 2],
    ['qc', 1],
    ['metrology', 1],
  ] as const)('%s passes and asks for %d seats', (kind, seats) => {
    expect(parseForm(kind, FILLED[kind], 5)).toEqual({ ok: true, form: { kind, values: FILLED[kind] }, seats });
  });

  test.each([
    ['visit', '达瓦·次仁'],
    ['training', '王小明'],
    ['qc', '王小明'],
    ['metrology', '王小明'],
  ] as const)('%s names its contact', (kind, name) => {
    const decision = parseForm(kind, FILLED[kind], 5);
    expect(decision.ok && contactOf(decision.form)).toEqual({ name, mobile: '13800138000' });
  });

  test('training with a contact who does not attend names that one, and takes no seat for them', () => {
    const decision = parseForm('training', { ...FILLED.training, contactName: '次仁', mobile: '13700137000' }, 2);
    expect(decision.ok && contactOf(decision.form)).toEqual({ name: '次仁', mobile: '13700137000' });
    expect(decision.ok && decision.seats).toBe(2);
  });

  test('comes out plain, so that equal forms have equal JSON', () => {
    const typed = { partySize: 2, mobile: '+86 138 0013 8000', contactName: ' 达瓦 • 次仁 ' };
    expect(JSON.stringify(parseForm('visit', typed, 5))).toBe(JSON.stringify(parseForm('visit', FILLED.visit, 5)));
  });

  test('meters come out in one order', () => {
    const decision = parseForm('metrology', { ...FILLED.metrology, meters: ['gas', 'water'] }, 5);
    expect(decision).toMatchObject({ form: { values: { meters: ['water', 'gas'] } } });
  });
});

describe('each thing that is wrong is named with its place', () => {
  test.each(KINDS)('%s left empty: every field but the optional ones', (kind) => {
    const required = fieldsOf(kind, 5).flatMap(({ name, optional }) => (optional ? [] : `${name} required`));
    expect(fieldErrorsOf(kind, {})).toEqual(required);
  });

  test.each([
    ['visit', { contactName: '' }, 'contactName required'],
    ['visit', { contactName: ' \u200B ' }, 'contactName required'],
    ['visit', { contactName: '王2' }, 'contactName name'],
    ['visit', { contactName: 'W' }, 'contactName name'],
    ['visit', { contactName: '王'.repeat(41) }, 'contactName too-long'],
    ['visit', { mobile: '' }, 'mobile required'],
    ['visit', { mobile: '12800138000' }, 'mobile mobile'],
    ['visit', { mobile: '1380013800' }, 'mobile mobile'],
    ['visit', { mobile: '+852 9123 4567' }, 'mobile mobile'],
    ['visit', { mobile: 13800138000 }, 'mobile wrong-type'],
    ['visit', { partySize: 0 }, 'partySize too-small'],
    ['visit', { partySize: 1.5 }, 'partySize integer'],
    ['visit', { partySize: '2' }, 'partySize wrong-type'],
    ['visit', { partySize: 6 }, 'partySize party-too-large'],
    ['visit', { partySize: 51 }, 'partySize too-large'],
    ['visit', { idCard: '1' }, 'idCard unknown-field'],
    ['training', { creditCode: '91350100M000100Y44' }, 'creditCode credit-code-unsure'],
    ['training', { creditCode: '91350100M000100Y4' }, 'creditCode credit-code'],
    ['training', { enterprise: '厂'.repeat(61) }, 'enterprise too-long'],
    ['training', { attendees: [] }, 'attendees required'],
    ['training', { attendees: [{ name: '王小明', mobile: '1' }] }, 'attendees.0.mobile mobile'],
    ['training', { contactName: '次仁' }, 'mobile required'],
    ['training', { mobile: '13800138000' }, 'contactName required'],
    ['training', { contactName: '次仁', mobile: '1' }, 'mobile mobile'],
    ['training', { creditCodeConfirmed: 'yes' }, 'creditCodeConfirmed wrong-type'],
    ['qc', { topicType: 'other' }, 'topicType not-allowed'],
    ['qc', { members: 101 }, 'members too-large'],
    ['metrology', { meters: [] }, 'meters required'],
    ['metrology', { meters: ['water', 'water'] }, 'meters twice'],
    ['metrology', { meters: ['oil'] }, 'meters.0 not-allowed'],
  ] as const)('%s %j', (kind, part, fieldError) => {
    expect(changed(kind, part)).toEqual([fieldError]);
  });

  test('all at once', () => {
    expect(changed('visit', { contactName: '', mobile: '1', partySize: 0 })).toEqual([
      'contactName required',
      'mobile mobile',
      'partySize too-small',
    ]);
  });

  test('more attendees than the event takes together', () => {
    const attendees = Array.from({ length: 6 }, (_, index) => ({ name: '王小明', mobile: `1380013800${index}` }));
    expect(changed('training', { attendees })).toEqual(['attendees party-too-large']);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['a text', 'visit'],
  ])('%s is no form', (_, input) => {
    expect(fieldErrorsOf('visit', input).length).toBeGreaterThan(0);
  });
});

describe('never an identity number', () => {
  test.each([
    ['visit', { contactName: ID_NUMBER }, 'contactName'],
    ['visit', { mobile: ID_NUMBER }, 'mobile'],
    ['training', { enterprise: `公司 ${ID_NUMBER}` }, 'enterprise'],
    ['training', { creditCode: ID_NUMBER }, 'creditCode'],
    ['training', { attendees: [{ name: '王小明', mobile: '13800138000', post: ID_NUMBER }] }, 'attendees.0.post'],
    ['qc', { groupName: ID_NUMBER }, 'groupName'],
    ['qc', { topic: '110101 19900307 771X' }, 'topic'],
    ['qc', { presenter: ID_NUMBER }, 'presenter'],
  ] as const)('%s %j', (kind, part, path) => {
    expect(changed(kind, part)).toContain(`${path} id-number`);
  });

  test.each(KINDS)('%s has no field for one, nor for money', (kind) => {
    const names = fieldsOf(kind, 5).flatMap((field) =>
      field.input === 'people' ? field.fields.map(({ name }) => name) : [field.name],
    );
    expect(names.filter((name) => /id(Card|Number)|identity|passport|fee|price|pay|amount|bank/i.test(name))).toEqual(
      [],
    );
  });
});

describe('what is drawn', () => {
  test('seats end at the event’s party, members do not', () => {
    const limit = (kind: FormKind, name: string): unknown => fieldsOf(kind, 4).find((field) => field.name === name);
    expect(limit('visit', 'partySize')).toMatchObject({ input: 'count', min: 1, max: 4 });
    expect(limit('training', 'attendees')).toMatchObject({ input: 'people', max: 4 });
    expect(limit('qc', 'members')).toMatchObject({ input: 'count', max: 100 });
  });

  test('a person’s fields are told like the form’s own', () => {
    const attendees = fieldsOf('training', 4).find((field) => field.input === 'people');
    expect(attendees?.fields.map(({ name, optional }) => [name, optional])).toEqual([
      ['name', false],
      ['mobile', false],
      ['post', true],
    ]);
  });
});

test('whatever is sent is answered with seats within the party, or with errors', () => {
  const field = fc.constantFrom('contactName', 'mobile', 'partySize', 'attendees', 'meters', 'creditCode');
  const input = fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()));
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), input, (kind, anything) => {
      const decision = parseForm(kind, anything, 5);
      return decision.ok
        ? decision.seats <= 5 && seatsOf(decision.form) === decision.seats
        : decision.errors.length > 0;
    }),
  );
});

test.each([
  ['王小明', '王**'],
  ['卓玛', '卓*'],
  ['欧阳娜娜', '欧**'],
  ['达瓦·次仁', '达**'],
  ['𠮷野', '𠮷*'],
  ['张', '张'],
  ['', ''],
])('%s is masked as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test.each([
  ['thousands of people', { attendees: Array.from({ length: 5_000 }, () => ({ name: '王小明', mobile: '1' })) }],
  [
    'people of long names',
    { attendees: Array.from({ length: 9 }, () => ({ name: '王'.repeat(7_000), mobile: '1'.repeat(99) })) },
  ],
  ['people who are nothing', { attendees: Array.from({ length: 20_000 }, () => null) }],
  ['a long name of the enterprise', { enterprise: '9'.repeat(60_000) }],
])('a form with %s is refused in a few words and at once', (_name, form) => {
  const begun = performance.now();
  const decision = parseForm('training', form, 20);
  expect(performance.now() - begun).toBeLessThan(100);
  expect(decision.ok ? 0 : decision.errors.length).toBeLessThanOrEqual(50);
  expect(decision.ok).toBe(false);
});
