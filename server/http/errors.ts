/**
 * Every refusal that the API knows: its code is the contract, its status and words are here and nowhere else.
 * Answers are RFC 9457 `application/problem+json`. What is not listed is a 500 that says nothing of its cause.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../db/unavailable';
import { describeError } from './logging';

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const PROBLEMS = {
  'invalid-input': { status: 400, title: '内容有误', detail: '有的内容不合要求，请按 errors 中指出的位置修改。' },
  'malformed-body': { status: 400, title: '内容无法读取', detail: '请求的正文不是完整的 JSON。' },
  'bad-request': { status: 400, title: '请求有误', detail: '无法理解这个请求。' },
  'unknown-region': {
    status: 400,
    title: '没有这个地区',
    detail: '地区代码应为 GB/T 2260 的六位代码，全国为 100000。',
  },
  'unknown-campaign': { status: 400, title: '没有这个年度', detail: '没有这一年度的质量月。' },
  'unknown-programme-item': {
    status: 400,
    title: '活动项目不存在',
    detail: '场次必须属于本年度官方文件列出的活动项目。',
  },
  'server-field': {
    status: 400,
    title: '字段由服务器决定',
    detail: '这些字段由服务器决定，须与服务器给出的一致，也可以不填。',
  },
  'coordinates-swapped': { status: 400, title: '坐标有误', detail: '纬度和经度写反了。' },
  'coordinates-outside': { status: 400, title: '坐标有误', detail: '坐标不在中国境内。' },
  'sample-mismatch': { status: 400, title: '示例标记不符', detail: '只有示例年度的场次可以标为示例。' },
  'ends-before-starts': { status: 400, title: '时间有误', detail: '结束时间早于开始时间。' },
  'closes-before-opens': { status: 400, title: '报名时间有误', detail: '报名截止须晚于报名开始。' },
  'closes-after-end': { status: 400, title: '报名时间有误', detail: '报名截止不能晚于场次结束。' },
  'fee-not-allowed': { status: 400, title: '不得收费', detail: '质量月活动一律免费，内容中不能出现收费字样。' },
  unauthorized: { status: 401, title: '需要登录', detail: '缺少口令，或口令不正确、已失效。' },
  'wechat-code-invalid': { status: 401, title: '微信登录失败', detail: '微信登录凭证已失效，请重试。' },
  'sign-in-failed': { status: 401, title: '登录失败', detail: '登录名、密码或验证码不正确。' },
  'code-required': { status: 401, title: '需要验证码', detail: '请再输入身份验证器上的 6 位验证码，或一个恢复码。' },
  'origin-refused': { status: 403, title: '来源不符', detail: '这个操作须从本站的页面发出。' },
  'proof-required': { status: 403, title: '请再确认身份', detail: '请再输入一次密码或验证码，5 分钟内有效。' },
  'second-factor-required': {
    status: 403,
    title: '请先设置两步验证',
    detail: '管理员和编辑须先设置身份验证器，才能继续。',
  },
  'wechat-off': { status: 403, title: '未开放微信登录', detail: '这台服务器没有设置微信小程序，不能用微信登录。' },
  'publishing-off': { status: 403, title: '未开放发布', detail: '这台服务器没有设置发布口令，不能发布。' },
  'not-found': { status: 404, title: '没有这个地址', detail: '请求的地址不存在。' },
  'campaign-not-found': { status: 404, title: '没有这个年度', detail: '没有这一年度的质量月。' },
  'card-not-found': { status: 404, title: '没有这张卡片', detail: '没有这条主题或口号的卡片。' },
  'mini-program-code-off': {
    status: 404,
    title: '不提供小程序码',
    detail: '这台服务器没有设置微信小程序，不能生成小程序码。',
  },
  'event-not-found': { status: 404, title: '没有这个场次', detail: '场次不存在，或已经撤下。' },
  'sign-up-not-found': { status: 404, title: '没有这个报名', detail: '报名不存在。' },
  'method-not-allowed': { status: 405, title: '不支持这种操作', detail: '这个地址不支持所用的请求方法。' },
  'campaign-closed': { status: 409, title: '年度已结束', detail: '往年的质量月只供查阅，不能再改。' },
  'other-campaign': { status: 409, title: '编号已被使用', detail: '这个场次编号属于另一个年度。' },
  'report-not-found': { status: 404, title: '没有这个编号', detail: '没有这个查询编号，请核对后再试。' },
  'campaign-id-used': { status: 409, title: '年度已存在', detail: '这个年度已经有质量月活动。' },
  'no-programme': { status: 409, title: '没有活动项目', detail: '请先导入活动项目。' },
  'proof-differs': { status: 409, title: '与文件不一致', detail: '有的内容与粘贴的文件原文不一致，请逐处核对。' },
  'unknown-paragraph': { status: 409, title: '段落不存在', detail: '有的活动项目所列文件或段落在原文中找不到。' },
  'report-id-used': { status: 409, title: '编号已被使用', detail: '这个编号已用于另一份反映。' },
  'report-handled': { status: 409, title: '已处理', detail: '这份反映已经处理，不能再改。' },
  'report-step': { status: 409, title: '不能退回', detail: '处理状态只能往后走。' },
  'words-required': { status: 400, title: '请写明结果', detail: '处理完毕须向反映人说明结果。' },
  'has-sign-ups': { status: 409, title: '已有人报名', detail: '已有人报名的场次不能撤下，可以取消并说明原因。' },
  'sign-up-id-used': { status: 409, title: '编号已被使用', detail: '这个报名编号已用于另一份报名。' },
  'event-cancelled': { status: 409, title: '场次已取消', detail: '这个场次已由主办单位取消。' },
  'wechat-account-needed': {
    status: 403,
    title: '需用微信报名',
    detail: '这个场次只接受微信账号报名，请在微信小程序里报名。',
  },
  'event-suspended': { status: 409, title: '场次核实中', detail: '这个场次正在核实，暂停报名。已有的报名不受影响。' },
  'event-changed': {
    status: 409,
    title: '内容已有变化',
    detail: '您打开之后，别人改过这个场次。请核对不同之处后再保存。',
  },
  'event-id-used': { status: 409, title: '编号已被使用', detail: '这个场次编号已有别的场次使用，请换一个。' },
  'approval-required': { status: 409, title: '需要先审核', detail: '上级要求先审核再发布，请提交审核。' },
  'no-superior': { status: 409, title: '没有上级机构', detail: '没有可以审核的上级机构，请直接发布。' },
  'already-submitted': { status: 409, title: '已提交审核', detail: '这个场次正在等待审核，不必重复提交。' },
  'not-submitted': { status: 409, title: '没有待审核的内容', detail: '这个场次没有等待审核的内容。' },
  'nothing-to-publish': { status: 409, title: '没有要发布的内容', detail: '当前内容已经发布，没有新的改动。' },
  'not-published': { status: 409, title: '尚未发布', detail: '这个场次还没有发布。' },
  'file-refused': { status: 400, title: '文件不能读取', detail: '这个文件不能读取，原因见 errors。' },
  'no-file': { status: 400, title: '没有文件', detail: '请选择要导入的文件，放在 file 这一项中上传。' },
  'heading-faults': { status: 409, title: '表头有误', detail: '请先按提示改好表头，再重新上传。' },
  'row-faults': { status: 409, title: '有的行有误', detail: '请改好标出的行再导入，也可以只导入没有错误的行。' },
  'no-good-rows': { status: 409, title: '没有可导入的行', detail: '每一行都有错误，请先改好再导入。' },
  'file-changed': { status: 409, title: '文件已不同', detail: '这不是检查过的那个文件，请重新上传检查。' },
  'import-applied': { status: 409, title: '已经导入', detail: '这份文件已经导入过；要再次导入，请重新上传。' },
  'in-future': { status: 400, title: '时间有误', detail: '时间不能晚于现在。' },
  'picture-refused': {
    status: 400,
    title: '图片不能使用',
    detail: '图片须为 JPEG 或 PNG 格式，不超过 2 MB，原因见 errors。',
  },
  'too-many-pictures': { status: 409, title: '图片过多', detail: '没有用到的图片过多，请先保存总结再上传。' },
  'summary-submitted': { status: 409, title: '总结已报送', detail: '总结已经报送；要修改，请先撤回。' },
  'summary-accepted': { status: 409, title: '总结已接收', detail: '上级已接收这份总结，内容不再变动。' },
  'summary-not-submitted': { status: 409, title: '总结未报送', detail: '这份总结目前没有报送。' },
  'summary-changed': {
    status: 409,
    title: '总结已有变化',
    detail: '您看到的不是最新的内容，请重新读取后再操作。',
  },
  'no-start': { status: 409, title: '缺少开始时间', detail: '请先填写开始时间，再复制到别的日期。' },
  'no-sign-up': { status: 409, title: '无需报名', detail: '这个场次不接受报名。' },
  'already-signed-up': { status: 409, title: '已经报名', detail: '您已报名这个场次，不能重复报名。' },
  'not-open': { status: 409, title: '尚未开放报名', detail: '报名还没有开始。' },
  closed: { status: 409, title: '报名已截止', detail: '这个场次的报名已经截止。' },
  'consent-outdated': { status: 409, title: '隐私说明已更新', detail: '请阅读并同意新的隐私说明后再报名。' },
  'party-too-large': { status: 409, title: '人数过多', detail: '人数超过了这个场次一次可以报名的人数。' },
  full: { status: 409, title: '名额已满', detail: '场次已经开始，名额已满，不再候补。' },
  'more-seats': {
    status: 409,
    title: '不能增加人数',
    detail: '修改报名不能增加人数；需要更多名额，请取消后重新报名。',
  },
  'not-active': { status: 409, title: '报名已失效', detail: '报名已经取消或失效，不能修改。' },
  'event-started': { status: 409, title: '场次已开始', detail: '场次已经开始，不能再取消或修改报名。' },
  'login-taken': { status: 409, title: '登录名已被使用', detail: '这个登录名已有人使用，请换一个。' },
  'already-member': { status: 409, title: '已是成员', detail: '您已是这个机构的工作人员。' },
  'last-admin': { status: 409, title: '至少保留一位管理员', detail: '请先把其他人设为管理员。' },
  'member-elsewhere': {
    status: 409,
    title: '还在别的机构工作',
    detail: '这位工作人员还属于别的机构，不能由一个机构重置他的登录。',
  },
  'reset-gone': { status: 410, title: '重置链接已失效', detail: '链接已被使用或超过 24 小时，请联系管理员重新生成。' },
  'second-factor-compulsory': { status: 409, title: '不能解除两步验证', detail: '管理员和编辑须使用两步验证。' },
  'invite-gone': { status: 410, title: '邀请已失效', detail: '邀请已被使用、撤销或超过 7 天，请联系邀请您的人。' },
  'pairing-gone': { status: 410, title: '绑定码已失效', detail: '请在电脑上重新显示二维码。' },
  'device-pairing-gone': {
    status: 410,
    title: '配对码已失效',
    detail: '配对码只能用一次，10 分钟内有效。请让工作人员重新显示。',
  },
  'device-revoked': { status: 403, title: '设备已停用', detail: '这台核验设备已被停用，只能上传停用前的核验记录。' },
  'outside-window': { status: 403, title: '不在核验时段', detail: '这台设备只能在设定的时段内核验。' },
  'no-flags': { status: 409, title: '无需处理', detail: '这条核验记录没有待处理的问题。' },
  'word-required': { status: 400, title: '请写明原因', detail: '作废一条核验记录时，请写明原因。' },
  'already-in': { status: 409, title: '已经到场', detail: '已有人核验入场，不能再取消或减少人数。' },
  'wrong-number': { status: 400, title: '数字不对', detail: '请输入电脑屏幕上显示的 4 位数字。' },
  'wrong-code': { status: 400, title: '验证码不正确', detail: '请输入身份验证器上当前的 6 位验证码。' },
  'scope-not-covered': { status: 400, title: '超出管辖地区', detail: '只能在本机构管辖的地区内操作。' },
  'if-match-required': {
    status: 428,
    title: '缺少版本号',
    detail: '保存时请在 If-Match 中带上读到的版本号。',
  },
  'body-too-large': { status: 413, title: '内容过大', detail: '请求的正文超过了 64 KB。' },
  'unsupported-media-type': { status: 415, title: '格式不支持', detail: '请求的正文须为 application/json。' },
  'too-many-requests': { status: 429, title: '操作太频繁', detail: '请稍后再试。' },
  'internal-error': { status: 500, title: '服务器出错', detail: '服务器出了问题，请稍后再试。' },
  'wechat-unavailable': { status: 503, title: '微信暂时不能服务', detail: '微信登录暂时不可用，请稍后再试。' },
  'mini-program-code-unavailable': {
    status: 503,
    title: '暂时没有小程序码',
    detail: '微信暂时没有给出小程序码，请稍后再试。',
  },
  unavailable: { status: 503, title: '暂时不能服务', detail: '服务器暂时不能服务，请稍后再试。' },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One thing that is wrong with what was sent: where (`signUp.capacity`, empty for the whole) and what. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly character?: string | undefined;
}

/** Seconds; a failover takes a few. */
const RETRY_AFTER = '3';
const UNAVAILABLE = 503;

/** `more`: members that this problem has besides (RFC 9457, section 3.2). */
export function sendProblem(
  reply: FastifyReply,
  code: ProblemCode,
  errors?: readonly FieldError[],
  more: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const { status, title, detail } = PROBLEMS[code];
  if (code === 'unauthorized') void reply.header('www-authenticate', 'Bearer');
  if (status === UNAVAILABLE && !reply.hasHeader('retry-after')) void reply.header('retry-after', RETRY_AFTER);
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({
      type: `urn:quality-month:problem:${code}`,
      title,
      status,
      detail,
      code,
      ...(errors && { errors }),
      ...more,
    });
}

/** What the validator compiler throws: the caller's mistake, already in our words. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';

  constructor(readonly errors: readonly FieldError[]) {
    super('invalid input');
  }
}

/** The process refuses work that it could not do in time. */
export class OverloadError extends Error {
  override readonly name = 'OverloadError';
}

const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
};

function problemOf(error: FastifyError): ProblemCode {
  const known = FRAMEWORK_CODES[error.code];
  if (known) return known;
  if (error.statusCode === 429) return 'too-many-requests';
  if (error.statusCode !== undefined && error.statusCode < 500) return 'bad-request';
  return isUnavailable(error) ? 'unavailable' : 'internal-error';
}

export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InvalidInputError) return sendProblem(reply, 'invalid-input', error.errors);
  // Not logged one by one: there is too much to do already.
  if (error instanceof OverloadError) return sendProblem(reply, 'unavailable');
  const code = problemOf(error);
  if (PROBLEMS[code].status >= 500) request.log.error({ problem: code, error: describeError(error) }, 'request failed');
  return sendProblem(reply, code);
}
