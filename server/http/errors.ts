/**
 * Every refusal that the API knows: its code is the contract, its status and words are here and nowhere else.
 * Answers are RFC 9457 `application/problem+json`. What is not listed is a 500 that says nothing of its cause.
 */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
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
  'has-sign-ups': { status: 409, title: '已有人报名', detail: '已有人报名的场次不能撤下，可以取消并说明原因。' },
  'sign-up-id-used': { status: 409, title: '编号已被使用', detail: '这个报名编号已用于另一份报名。' },
  'event-cancelled': { status: 409, title: '场次已取消', detail: '这个场次已由主办单位取消。' },
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

export function sendProblem(reply: FastifyReply, code: ProblemCode, errors?: readonly FieldError[]): FastifyReply {
  const { status, title, detail } = PROBLEMS[code];
  if (code === 'unauthorized') void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({ type: `urn:quality-month:problem:${code}`, title, status, detail, code, ...(errors && { errors }) });
}

/** What the validator compiler throws: the caller's mistake, already in our words. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';

  constructor(readonly errors: readonly FieldError[]) {
    super('invalid input');
  }
}

const FRAMEWORK_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
};

/** PostgreSQL's classes for a connection that fails or is taken away, and Node's names for the same. */
const UNAVAILABLE = /^(08|53|57P|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT)/;

function problemOf(error: FastifyError): ProblemCode {
  const known = FRAMEWORK_CODES[error.code];
  if (known) return known;
  if (error.statusCode === 429) return 'too-many-requests';
  if (error.statusCode !== undefined && error.statusCode < 500) return 'bad-request';
  const { code, cause } = describeError(error);
  return UNAVAILABLE.test(code ?? '') || UNAVAILABLE.test(cause?.code ?? '') ? 'unavailable' : 'internal-error';
}

export function handleError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof InvalidInputError) return sendProblem(reply, 'invalid-input', error.errors);
  const code = problemOf(error);
  if (PROBLEMS[code].status >= 500) request.log.error({ problem: code, error: describeError(error) }, 'request failed');
  return sendProblem(reply, code);
}
