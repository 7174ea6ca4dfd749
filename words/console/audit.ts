import type { Act } from '../../domain/organisation/audit';
import { consoleWords } from '../console';
import { eventFields } from './editor';
import { tokensWords } from './people';
import { exportWords } from './roster';

const { scopes: consoleTokens } = tokensWords;

export const auditWords = {
  title: '操作记录',
  lead: '记录谁在什么时候做了什么，只增不改，保存 6 个月以上。不记录个人信息的内容。',
  columns: { at: '时间', who: '操作人', act: '操作', object: '对象', detail: '说明' },
  kinds: { member: '工作人员', device: '核验设备', token: '接口令牌', command: '命令行' },
  fields: (names: string) => `改动：${names}`,
  role: (names: string) => `权限：${names}`,
  scopes: (names: string) => `用途：${names}`,
  columnsOut: (names: string) => `导出：${names}`,
  reason: (text: string) => `原因：${text}`,
  request: (id: string) => `请求编号 ${id}`,
  empty: '还没有操作记录。',
  acts: {
    'organisation-created': '新增机构',
    'settings-changed': '修改设置',
    'invitation-made': '邀请工作人员',
    'invitation-revoked': '撤销邀请',
    'member-joined': '接受邀请',
    'member-changed': '修改权限',
    'member-removed': '移除工作人员',
    'signed-in': '登录',
    'signed-out': '退出登录',
    'session-ended': '结束登录',
    'password-changed': '修改密码',
    'reset-made': '生成重置链接',
    'password-reset': '重置密码和验证器',
    'second-factor-on': '绑定验证器',
    'second-factor-off': '解除绑定验证器',
    'recovery-code-used': '使用恢复码',
    'token-made': '生成令牌',
    'token-revoked': '撤销令牌',
    'phone-bound': '绑定手机',
    'phone-removed': '解除绑定手机',
    'event-created': '新建活动',
    'event-changed': '修改活动',
    'event-cancelled': '取消活动',
    'event-removed': '删除活动',
    'event-published': '发布活动',
    'event-submitted': '提交审核',
    'event-withdrawn': '撤回审核',
    'event-approved': '审核通过',
    'event-returned': '退回修改',
    'event-suspended': '暂停报名核实',
    'event-resumed': '恢复报名',
    'events-imported': '批量导入',
    'person-opened': '查看报名人信息',
    'campaign-saved': '修改年度活动草稿',
    'campaign-opened': '开放年度活动',
    'report-opened': '查看反映',
    'report-changed': '处理反映',
    'roster-exported': '导出名单',
    'figures-exported': '导出统计表',
    'summary-changed': '修改总结',
    'summary-submitted': '报送总结',
    'summary-withdrawn': '撤回总结',
    'summary-accepted': '接收总结',
    'summary-returned': '退回总结',
    'summary-received': '登记已线下收到',
    'summary-unreceived': '取消线下收到登记',
    'summary-exported': '导出总结',
    'device-offered': '生成设备配对码',
    'device-paired': '配对核验设备',
    'device-revoked': '停用核验设备',
    'device-agreed': '认可停用设备的核验记录',
    'scan-settled': '处理核验记录',
    'paper-entered': '补录纸质人数',
  } satisfies Readonly<Record<Act, string>>,
  objects: {
    organisation: '机构',
    member: '工作人员',
    invitation: '邀请',
    session: '登录',
    token: '接口令牌',
    phone: '手机',
    event: '活动',
    'sign-up': '报名人',
    import: '导入的文件',
    roster: '名单',
    report: '反映',
    campaign: '年度活动',
  } as Readonly<Record<string, string>>,
  otherObject: '其他',
  ofEvent: (what: string, event: string) => `“${event}”的${what}`,
  otherField: '其他内容',
} as const;

/** What the log calls things otherwise than a form does. */
const FIELDS: Readonly<Record<string, string>> = {
  role: '权限',
  events: '可以核验的活动',
  approval: '下级发布前的审核',
  publish: consoleTokens.publish,
  read: consoleTokens.read,
  kind: '活动类别',
  signUpForm: '报名表',
  opensAt: '开放报名',
  closesAt: '截止报名',
  capacity: '名额',
  maxParty: '每个账号最多',
};

/** A changed field in words: of an event, a role, a column of a roster. */
export const auditField = (field: string): string =>
  FIELDS[field] ??
  eventFields[field] ??
  (consoleWords.roles as Readonly<Record<string, string>>)[field] ??
  (exportWords.columnNames as Readonly<Record<string, string>>)[field] ??
  auditWords.otherField;

const GRANTED: readonly Act[] = ['invitation-made', 'member-joined'];

/** What the names of fields say of an act: a role that was granted, columns that were taken out, or what changed. */
export function auditFieldsText(act: Act, names: string): string {
  if (GRANTED.includes(act)) return auditWords.role(names);
  if (act === 'token-made') return auditWords.scopes(names);
  return act === 'roster-exported' ? auditWords.columnsOut(names) : auditWords.fields(names);
}

/** A reason is what somebody typed, or the purpose of an export. */
export const auditReason = (reason: string): string =>
  (exportWords.purposes as Readonly<Record<string, string>>)[reason] ?? reason;
