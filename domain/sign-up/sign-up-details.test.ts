import { shownOf } from './sign-up-details';
import { type FormKind, parseForm } from './sign-up-form';

const enterprise = { enterprise: '拉萨某某有限公司', creditCode: '91350100M000100Y43' };
const shown = (kind: FormKind, input: unknown): unknown => {
  const decision = parseForm(kind, input, 5);
  if (!decision.ok) throw new Error(JSON.stringify(decision.errors));
  return shownOf(decision.form);
};

test('a household’s ticket shows its contact, masked', () => {
  expect(shown('visit', { contactName: '卓玛', mobile: '13800138000', partySize: 2 })).toEqual({ contact: '卓*' });
});

test('an enterprise’s ticket shows its name and everybody’s, masked', () => {
  const attendees = [
    { name: '王小明', mobile: '13800138000', post: '经理' },
    { name: '李红', mobile: '13900139000' },
  ];
  const form = { ...enterprise, contactName: '次仁', mobile: '13700137000', attendees };
  expect(shown('training', form)).toEqual({
    contact: '次*',
    details: { kind: 'training', enterprise: '拉萨某某有限公司', names: ['王**', '李*'] },
  });
});

test('a group’s ticket shows the group, its topic, and who presents, masked', () => {
  const group = { groupName: '雪莲QC小组', topic: '降低破损率', topicType: 'innovation', members: 8 };
  expect(shown('qc', { ...enterprise, ...group, presenter: '央金', mobile: '13800138000' })).toEqual({
    contact: '央*',
    details: { kind: 'qc', groupName: '雪莲QC小组', topic: '降低破损率', members: 8, presenter: '央*' },
  });
});
