/** What the door says, in the browser and in the mini-program: small, so that its page needs no other words. */
import { wallClock } from '../domain/time/time';
import { isDoubtful, type VerdictView } from '../domain/check-in/verdict-view';

export const doorWords = {
  title: '入场核验',
  scan: '请将凭证二维码对准取景框',
  strange: '这不是报名凭证的二维码',
  finding: '正在核对…',
  asking: '正在核对…',
  keeping: '正在保存…',
  next: '继续扫码',
  choose: (name: string) => `${name || '这张凭证'}，这次来了几位？`,
  people: (count: number) => `${count} 位`,
  letInRest: (count: number) => `再放行 ${count} 位`,
  letInLate: '仍然入场',
  letInUnknown: '先放行，联网后核对',
  type: '输入凭证号',
  typeHint: '凭证二维码下方的 10 位字符',
  typeSend: '核验',
  typeWrong: '凭证号是 10 位字母和数字，请核对后再输入。',
  torchOn: '打开补光',
  torchOff: '关闭补光',
  soundOn: '打开提示音',
  soundOff: '关闭提示音',
  walkIn: '现场来访',
  walkInMore: '现场来访加 1 位',
  walkInLess: '现场来访减 1 位',
  walkInHint: '没有报名、直接来的人，只记人数',
  undo: '撤销上一次',
  undone: '已撤销',
  thisDevice: '本机核验',
  thisEvent: '本场到场',
  unchecked: '未核验',
  count: (count: number) => `${count} 人`,
  countOf: (count: number, seats: number) => `${count} / ${seats} 人`,
  online: '已联网',
  offline: '离线核验',
  listAge: (minutes: number) => (minutes < 1 ? '名单为刚刚更新' : `名单为 ${ageWords(minutes)}前更新`),
  noList: '本机还没有这场活动的名单，离线时每张凭证都需联网后核对。',
  waiting: (count: number) => `${count} 条待上传`,
  attention: (count: number) => `需处理 ${count} 条`,
  rehearsal: '演练中，不计入到场人数',
  rehearsalStart: '开始演练',
  rehearsalEnd: '结束演练',
  rehearsalHint: '演练时可以试扫凭证，不计入到场人数。',
  pair: {
    title: '配对核验设备',
    text: '请主办单位的工作人员在工作台“现场”页面生成配对码，10 分钟内有效，只能使用一次。',
    code: '配对码',
    codeHint: '8 位字母',
    send: '配对',
    scan: '扫配对二维码',
    wrong: '配对码是 8 位字母，请核对后再输入。',
    gone: '配对码已失效或已被使用，请工作人员重新生成。',
    failed: '没有连上服务器，请检查网络后再试。',
    busy: '操作太频繁，请稍后再试。',
    again: '这台设备的授权已失效，请重新配对。尚未上传的记录仍保存在本机。',
    revoked: '这台设备的授权已被收回，本机名单已删除。尚未上传的记录会继续上传，由工作人员确认后计入。',
    device: (name: string) => `设备：${name}`,
  },
  unpair: '解除配对',
  unpairText: '将删除本机上的名单。尚未上传的记录请先上传。',
  unpairBlocked: (count: number) => `还有 ${count} 条记录没有上传，联网上传后才能解除配对。`,
  cancel: '取消',
  close: '关闭',
  chooseEvent: '请选择要核验的活动',
  noEvents: '这台设备没有可核验的活动，请工作人员重新配对。',
  cancelled: '已取消',
  changeEvent: '换一场活动',
  elsewhere: '入场核验已在另一个窗口打开，请在那里继续，或关闭它后刷新本页。',
  acts: '操作',
  more: '更多',
  needsAttention: {
    title: '需处理',
    text: '这些记录服务器没有接收。请导出后交给主办单位的工作人员。',
    empty: '没有需要处理的记录。',
    export: '导出',
    columns: ['时间', '活动', '类型', '凭证号', '人数', '原因', '编号'],
    remove: '已处理，移除',
    reasons: {
      'invalid-input': '记录格式有误',
      'scan-conflict': '同一编号已有不同的记录',
      'not-found': '活动不在这台设备的核验范围内',
      'device-revoked': '设备授权已被收回',
      'outside-window': '不在这台设备的核验时段内',
    } as Readonly<Record<string, string>>,
    unknownReason: '服务器没有接收',
  },
  kinds: { enter: '凭证入场', manual: '按名单入场', 'walk-in': '现场来访', paper: '纸面人数', undo: '撤销' },
  camera: {
    denied: '没有相机权限。请在浏览器设置中允许使用相机，或输入凭证号。',
    none: '没有找到相机。可以输入凭证号，或使用扫码枪。',
    insecure: '相机需要通过 https 网址打开。可以输入凭证号，或使用扫码枪。',
    retry: '重新打开相机',
    loading: '正在打开相机…',
  },
  storage: {
    none: '浏览器没有可用的存储空间（可能是无痕模式），不能在这里核验。请换用普通窗口。',
  },
} as const;

/** `9月18日 14:00` */
export function eventTimeWords(instant: number): string {
  const { month, date } = wallClock(instant);
  return `${month}月${date}日 ${clock(instant)}`;
}

function ageWords(minutes: number): string {
  if (minutes < 60) return `${Math.floor(minutes)} 分钟`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`;
}

const VERDICTS: Readonly<Record<VerdictView['verdict'], string>> = {
  ok: '可以入场',
  'already-in': '已入场过',
  unverified: '名单里没有',
  'wrong-time': '不在入场时间',
  'let-in': '已放行，待核对',
  'walk-in': '已计入来访',
  undone: '已撤销',
  unkept: '没有存下',
  failed: '没有核验成',
  invalid: '不能入场',
  'other-event': '不能入场',
  'event-cancelled': '不能入场',
  'not-confirmed': '不能入场',
};

/** A mark for eyes that do not tell the colours apart. */
const SIGNS: Readonly<Record<VerdictView['tone'], string>> = {
  ok: '✓',
  refused: '✕',
  already: '!',
  unknown: '?',
  ask: '!',
  unkept: '!',
  undone: '↩',
};

const clock = (instant: number): string => {
  const { hour, minute } = wallClock(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};

function reasonOf(view: VerdictView): readonly string[] {
  switch (view.verdict) {
    case 'invalid':
      return ['没有查到这张凭证'];
    case 'other-event':
      return ['这是另一场活动的凭证'];
    case 'event-cancelled':
      return ['活动已取消'];
    case 'not-confirmed':
      if (!view.waiting) return ['报名已取消'];
      return [view.offline ? '名单更新时仍在候补，之后可能已递补成功' : '仍在候补，没有递补到名额'];
    case 'wrong-time':
      return ['入场时间为活动开始前 2 小时至结束后 1 小时'];
    case 'unverified':
      return ['名单可能早于报名，不代表没有报名'];
    case 'let-in':
      return ['已记录，联网后由工作人员核对'];
    case 'unkept':
      return ['这次核验没有记录，请腾出存储空间后再试，或用纸笔登记'];
    case 'failed':
      return [doorWords.needsAttention.reasons[view.code ?? ''] ?? '请再扫一次'];
    case 'already-in': {
      const { arrival, inside } = view;
      const count = inside === null ? [] : [`共 ${inside} 位已入场`];
      if (arrival === null) return count;
      return [`${clock(arrival.at)} 在“${arrival.device ?? '工作台'}”入场`, ...count];
    }
    case 'ok':
      return view.remaining > 0 ? [`同一凭证还有 ${view.remaining} 位可以入场`] : [];
    case 'walk-in':
    case 'undone':
      return [];
  }
}

/** A verdict as it is shown and read out: a word, a sign, and the lines below. */
export interface VerdictWords {
  readonly word: string;
  readonly sign: string;
  /** Name and number; empty where there is neither. */
  readonly who: string;
  readonly lines: readonly string[];
}

const wordOf = (view: VerdictView): string =>
  view.waiting && isDoubtful(view) ? '名单里在候补' : VERDICTS[view.verdict];

export function presentVerdict(view: VerdictView): VerdictWords {
  const people = view.seats > 0 ? `${view.seats} 位` : '';
  return {
    word: wordOf(view),
    sign: SIGNS[view.tone],
    who: [view.name ?? '', people].filter((part) => part !== '').join(' · '),
    lines: reasonOf(view),
  };
}

/** The same as one sentence, for screen readers and the voice. */
export function speakVerdict(view: VerdictView): string {
  const { word, who, lines } = presentVerdict(view);
  return [word, who, ...lines].filter((part) => part !== '').join('，');
}
