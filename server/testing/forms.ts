/** One form of each kind, filled in as it should be. */
import type { FormKind } from '../../domain/sign-up/sign-up-form';

const ENTERPRISE = { enterprise: '拉萨某检测有限公司', creditCode: '91350100M000100Y43' };

export const FILLED = {
  visit: { contactName: '王小明', mobile: '13800138000', partySize: 2 },
  training: { ...ENTERPRISE, attendees: [{ name: '达瓦·次仁', mobile: '13900139000', post: '质量主管' }] },
  qc: {
    ...ENTERPRISE,
    groupName: '雪莲QC小组',
    topic: '降低瓶盖漏气率',
    topicType: 'problem-solving',
    members: 7,
    presenter: '李小红',
    mobile: '13700137000',
  },
  metrology: { contactName: '赵大山', mobile: '13600136000', partySize: 1, meters: ['water', 'gas'] },
} as const satisfies Record<FormKind, unknown>;
