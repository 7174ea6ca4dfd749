/** What people typed in trials and in public bug reports, with what must become of it: `../testing/cases/*.json`. */
import { parseForm } from '../sign-up/sign-up-form';
import creditCodes from '../testing/cases/credit-codes.json';
import mobiles from '../testing/cases/mobiles.json';
import names from '../testing/cases/names.json';

const visit = (change: object): unknown =>
  parseForm('visit', { contactName: '王小明', mobile: '13800138000', partySize: 1, ...change }, 5);
const training = (change: object): unknown =>
  parseForm(
    'training',
    {
      enterprise: '某公司',
      creditCode: '91350100M000100Y43',
      attendees: [{ name: '王小明', mobile: '13800138000' }],
      ...change,
    },
    5,
  );
const refusal = (path: string, code: string, more = {}): object => ({ ok: false, errors: [{ path, code, ...more }] });
const kept = (values: object): object => ({ ok: true, form: { values } });

describe('credit codes', () => {
  const { accepted } = creditCodes;
  test.each([...creditCodes['id-number'], ' 362322-19870908-6409', '身份证362322198709086409', '52230119850602007x'])(
    '%j is an identity number',
    (text) => {
      expect(training({ creditCode: text })).toMatchObject(refusal('creditCode', 'id-number'));
      expect(training({ creditCode: text, creditCodeConfirmed: true })).toMatchObject(
        refusal('creditCode', 'id-number'),
      );
    },
  );

  test.each(creditCodes['ask-again'].map(({ text }) => text))('%j is asked about, and taken when confirmed', (text) => {
    expect(training({ creditCode: text })).toEqual(refusal('creditCode', 'credit-code-unsure'));
    expect(training({ creditCode: text, creditCodeConfirmed: false })).toEqual(
      refusal('creditCode', 'credit-code-unsure'),
    );
    expect(training({ creditCode: text, creditCodeConfirmed: true })).toMatchObject(
      kept({ creditCode: text, creditCodeConfirmed: true }),
    );
  });

  test.each([
    ...accepted.map((each) => [each.text, each.kept]),
    ['信用代码 91350100M000100Y43', '91350100M000100Y43'],
    ['税号：9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    ['91350100\u2011M000100Y4\u22123', '91350100M000100Y43'],
    ['统一社会信用代码（91350100M000100Y43）', '91350100M000100Y43'],
    ['91350100\u200bM000100Y43\ufe0f', '91350100M000100Y43'],
  ])('%j is kept as %s', (text, code) => {
    expect(training({ creditCode: text })).toMatchObject(kept({ creditCode: code }));
  });

  test('a confirmation that nothing needed is not kept', () => {
    expect(JSON.stringify(training({ creditCodeConfirmed: true }))).toBe(JSON.stringify(training({})));
  });

  test('what is asked about comes with all else that is wrong', () => {
    expect(training({ creditCode: '91350203M0001QKT19', enterprise: '' })).toEqual({
      ok: false,
      errors: [
        { path: 'enterprise', code: 'required' },
        { path: 'creditCode', code: 'credit-code-unsure' },
      ],
    });
  });

  test.each(['91350100M000100Y4', '公司9135', '91350100M000100Y43 91350100M000100Y43'])('%j is no code', (text) => {
    expect(training({ creditCode: text, creditCodeConfirmed: true })).toEqual(refusal('creditCode', 'credit-code'));
  });
});

describe('mobiles', () => {
  test.each([
    ...mobiles.accepted,
    '联系电话：138 0013 8000',
    '手机号码是13800138000',
    '+86\u00a0138\u20130013\u20138000',
    '(+86)138 0013 8000',
    '0086-138-0013-8000',
    '+86 013800138000',
    'Tel: 13800138000',
    '\u202d13800138000\u202c',
    '༡༣༨༠༠༡༣༨༠༠༠',
    '１３８－００１３－８０００',
    '138.0013.8000',
  ])('%j is 13800138000', (text) => {
    expect(visit({ mobile: text })).toMatchObject(kept({ mobile: '13800138000' }));
  });

  test.each([
    ...mobiles.refused,
    '13800138000/13900139000',
    '张三13800138000',
    '13800138000转8',
    '+852 138 0013 8000',
    '00138001380000',
  ])('%j is refused', (text) => {
    expect(visit({ mobile: text })).toEqual(refusal('mobile', 'mobile'));
  });
});

describe('names', () => {
  test.each([
    ...names.accepted.map((each) => [each.text, each.kept]),
    ['བསྟན་འཛིན་ རྒྱ་མཚོ།', 'བསྟན་འཛིན་ རྒྱ་མཚོ།'],
    ['པདྨ་།', 'པདྨ་།'],
    ['\u2F29\u2F65', '小田'],
    ['\u2EE2\u2F1F', '马土'],
    ['\uE81A明', '㑳明'],
    ['𠮷', '𠮷'],
    ['𰻝 小明', '𰻝 小明'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
    ['ئابدۇقادىر', 'ئابدۇقادىر'],
    ['ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ', 'ᠮᠣᠩᠭᠣᠯ\u202Fᠤᠨ'],
    ['John A. Smith', 'John A. Smith'],
    ['王\u200d小\u200b明', '王小明'],
  ])('%j is kept as %j', (text, name) => {
    expect(visit({ contactName: text })).toMatchObject(kept({ contactName: name }));
    expect(training({ attendees: [{ name: text, mobile: '13800138000' }] })).toMatchObject(
      kept({ attendees: [{ name, mobile: '13800138000' }] }),
    );
  });

  test.each([
    ...names.refused.map(({ text, code }) => [text, code]),
    ['A', 'name'],
    ['·', 'name'],
    ['王小明2', 'name'],
    ['།', 'name'],
    ['王 - - 明', 'name'],
  ])('%j is refused as %s', (text, code) => {
    expect(visit({ contactName: text })).toMatchObject(refusal('contactName', code));
  });
});

test.each([
  ['王\uE5E5明', 'U+E5E5'],
  ['王\uD842明', 'U+D842'],
  ['王\u{F0001}明', 'U+F0001'],
  ['王\uFFFD明', 'U+FFFD'],
])('what no device can show is named, in every text: %j', (text, character) => {
  const named = { character };
  expect(visit({ contactName: text })).toEqual(refusal('contactName', 'unknown-character', named));
  expect(training({ enterprise: text })).toEqual(refusal('enterprise', 'unknown-character', named));
  expect(training({ attendees: [{ name: '王', mobile: '13800138000', post: text }] })).toEqual(
    refusal('attendees.0.post', 'unknown-character', named),
  );
});

describe('the same person twice', () => {
  const person = { name: '王小明', mobile: '13800138000' };
  test('is refused at the second, however it is typed', () => {
    const again = { name: ' 王小明 ', mobile: '+86 138-0013-8000', post: '厂长' };
    expect(training({ attendees: [person, again, again] })).toEqual({
      ok: false,
      errors: [1, 2].map((index) => ({ path: `attendees.${index}.name`, code: 'duplicate-person' })),
    });
  });

  test('two who share a name, or a telephone, are two', () => {
    const attendees = [person, { ...person, name: '李红' }, { ...person, mobile: '13900139000' }];
    expect(training({ attendees })).toMatchObject({ ok: true, seats: 3 });
  });
});
