/** The environment, read once. Whoever needs a setting is handed it; nothing else looks at `process.env`. */
import { resolve } from 'node:path';
import * as v from 'valibot';
import type { Deployment } from '../domain/campaign/campaign';
import type { DatabaseOptions } from './db/database';
import type { PiiKeys } from './crypto/encryptor';
import type { WechatConfig } from './wechat/wechat-config';
import { MessageTemplatesSchema, type MessageTemplate } from './notices/templates';

const whole = (least: number, most: number): v.GenericSchema<string, number> =>
  v.pipe(
    v.string(),
    v.regex(/^\d+$/, `a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );

const KEYS = 'id:key, several separated by commas, the first one in use; a key is 32 bytes in base64';

const HANDLER = 'the body that handles personal data, and a telephone or address of it';

/** `2026:q83v…=,2025:…`. */
const PiiKeysSchema = v.pipe(
  v.string(),
  v.rawTransform<string, PiiKeys>(({ dataset, addIssue, NEVER }) => {
    const keys = dataset.value.split(',').map((pair) => {
      const [, id = '', base64 = ''] = /^([A-Za-z0-9_.-]{1,40}):([A-Za-z0-9+/]{43}=)$/.exec(pair.trim()) ?? [];
      return { id, key: Buffer.from(base64, 'base64') };
    });
    const [first, ...rest] = keys;
    const isWhole = keys.every(({ id, key }) => id !== '' && key.length === 32);
    if (first && isWhole && new Set(keys.map(({ id }) => id)).size === keys.length) return [first, ...rest];
    addIssue({ message: KEYS });
    return NEVER;
  }),
);

const parseJson = v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
  try {
    return JSON.parse(dataset.value) as unknown;
  } catch {
    addIssue({ message: 'JSON' });
    return NEVER;
  }
});

const WEB = v.regex<string, string>(/^https?:\/\/[^\s"<>]+$/, 'an address that begins with https:// or http://');

const SITE = String.raw`https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?`;

/** `https://www.example.gov.cn,https://*.example.gov.cn`: what CSP's `frame-ancestors` takes, and nothing that ends it. */
const EmbedSitesSchema = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^${SITE}(, *${SITE}){0,49}$`, 'i'),
    'sites like https://www.example.gov.cn, at most 50, by commas',
  ),
  v.transform((text) => text.split(',').map((each) => each.trim())),
);

const EnvironmentSchema = v.object({
  NODE_ENV: v.optional(v.string()),
  PORT: v.optional(whole(0, 65_535), '8080'),
  /** Every interface: a phone on the same network, and a container's port, must reach it. Publishing stays off unasked. */
  HOST: v.optional(v.string(), '0.0.0.0'),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'an address that begins with postgres://')),
  ),
  DATABASE_POOL: v.optional(whole(1, 100), '8'),
  PUBLISHER_TOKEN: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  SAMPLE: v.optional(v.picklist(['on', 'off'], 'on or off')),
  /** What personal data is sealed with; see docs/decisions/0008-privacy.md. */
  PII_KEYS: v.optional(PiiKeysSchema),
  WECHAT_APPID: v.optional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, 'wx and 16 hexadecimal digits'))),
  WECHAT_SECRET: v.optional(v.string()),
  WECHAT_API_BASE: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+$/, 'an address without a path')),
    'https://api.weixin.qq.com',
  ),
  /** Templates of subscribe messages; see docs/deploy.md. */
  WECHAT_TEMPLATES: v.optional(v.pipe(v.string(), parseJson, MessageTemplatesSchema), '[]'),
  /** Where people find the browser build, for the cards' codes. */
  WEB_ADDRESS: v.optional(
    v.pipe(v.string(), v.regex(/^https?:\/\/[^\s?#]*[^\s?#/]$/, 'an address that does not end with /')),
  ),
  /** Public services that are linked to; a link is hidden while unset. */
  CREDIT_ADDRESS: v.optional(v.pipe(v.string(), WEB, v.maxLength(300, 'at most 300 characters'))),
  ONE_STOP_ADDRESS: v.optional(v.pipe(v.string(), WEB, v.maxLength(300, 'at most 300 characters'))),
  /** Sites that may frame `/embed`; nobody may while unset. */
  EMBED_SITES: v.optional(EmbedSitesSchema),
  /** The official 12315 mini-program; the way into it is hidden while unset. */
  APPID_12315: v.optional(v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, 'wx and 16 hexadecimal digits'))),
  /** Who handles personal data, and how to reach them (PIPL, article 17): shown in the privacy text. */
  HANDLER_NAME: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(HANDLER), v.maxLength(60, 'at most 60 characters'))),
  HANDLER_CONTACT: v.optional(
    v.pipe(v.string(), v.trim(), v.nonEmpty(HANDLER), v.maxLength(100, 'at most 100 characters')),
  ),
  /** A file in the place of `content/12315.json`: a changed rule needs no new version. */
  GUIDE_12315: v.optional(v.string()),
  /** Writes a minute from one address. */
  RATE_LIMIT: v.optional(
    v.union(
      [
        v.pipe(
          v.literal('off'),
          v.transform(() => null),
        ),
        whole(1, 1_000_000),
      ],
      'a number of writes a minute, or off',
    ),
    '600',
  ),
  /** Whose word to take for the caller's address: a number of proxies, or their addresses, separated by commas. */
  TRUST_PROXY: v.optional(v.union([whole(1, 10), v.pipe(v.string(), v.regex(/^[0-9a-fA-F.:/, ]+$/, 'addresses'))])),
  LOG_LEVEL: v.optional(
    v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error or silent'),
    'info',
  ),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseOptions;
  readonly publisherToken: string | null;
  readonly sample: boolean;
  /** Only tried out: organisations of the sample, and a link into the console at the start. */
  readonly trial: boolean;
  /** Admins and editors do nothing without a second factor. */
  readonly secondFactorRequired: boolean;
  readonly dataDir: string;
  /** `null`: none named, which only a trial may. */
  readonly piiKeys: PiiKeys | null;
  /** `null`: not a mini-program's server. */
  readonly wechat: WechatConfig | null;
  readonly messageTemplates: readonly MessageTemplate[];
  /** The part of the settings that phones read. */
  readonly deployment: Deployment;
  /** Origins that may frame the page of events. */
  readonly embedSites: readonly string[];
  /** `null`: the guide that comes with this version. */
  readonly guideFile: string | null;
  readonly rateLimit: number | null;
  readonly trustProxy: number | string | false;
  readonly logLevel: string;
}

export type ParsedConfig =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problem: string };

/** What one setting asks of another; `null`: nothing. */
function findMissing(env: v.InferOutput<typeof EnvironmentSchema>): string | null {
  if (env.NODE_ENV === 'production' && !env.PII_KEYS) return `PII_KEYS must be set in production: ${KEYS}`;
  for (const name of ['HANDLER_NAME', 'HANDLER_CONTACT'] as const) {
    if (env.NODE_ENV === 'production' && env[name] === undefined)
      return `${name} must be set in production: ${HANDLER}`;
  }
  if ((env.HANDLER_NAME === undefined) !== (env.HANDLER_CONTACT === undefined)) {
    return 'HANDLER_NAME and HANDLER_CONTACT must be set together';
  }
  if ((env.WECHAT_APPID === undefined) !== (env.WECHAT_SECRET === undefined)) {
    return 'WECHAT_APPID and WECHAT_SECRET must be set together';
  }
  return null;
}

const refuse = (what: string): ParsedConfig => ({ ok: false, problem: `环境变量有误 / bad setting: ${what}` });

/** Empty is unset. What is wrong is said in one line that names the variable, but never its value: it may be a secret. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = v.safeParse(EnvironmentSchema, given);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refuse(`${v.getDotPath(issue) ?? ''} must be ${issue.message}`);
  }
  const env = parsed.output;
  const missing = findMissing(env);
  if (missing !== null) return refuse(missing);
  return {
    ok: true,
    config: {
      port: env.PORT,
      host: env.HOST,
      database:
        env.DATABASE_URL === undefined
          ? { dataDir: resolve(env.DATA_DIR) }
          : { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL },
      publisherToken: env.PUBLISHER_TOKEN ?? null,
      dataDir: resolve(env.DATA_DIR),
      piiKeys: env.PII_KEYS ?? null,
      wechat:
        env.WECHAT_APPID === undefined || env.WECHAT_SECRET === undefined
          ? null
          : { appid: env.WECHAT_APPID, secret: env.WECHAT_SECRET, apiBase: env.WECHAT_API_BASE },
      messageTemplates: env.WECHAT_TEMPLATES,
      deployment: {
        webAddress: env.WEB_ADDRESS,
        app12315: env.APPID_12315,
        ...(env.HANDLER_NAME !== undefined &&
          env.HANDLER_CONTACT !== undefined && {
            handler: { name: env.HANDLER_NAME, contact: env.HANDLER_CONTACT },
          }),
        ...((env.CREDIT_ADDRESS !== undefined || env.ONE_STOP_ADDRESS !== undefined) && {
          services: { credit: env.CREDIT_ADDRESS, oneStop: env.ONE_STOP_ADDRESS },
        }),
        ...(env.WECHAT_APPID !== undefined && { miniProgramCode: true }),
      },
      embedSites: env.EMBED_SITES ?? [],
      guideFile: env.GUIDE_12315 === undefined ? null : resolve(env.GUIDE_12315),
      sample: env.SAMPLE === undefined ? env.NODE_ENV !== 'production' : env.SAMPLE === 'on',
      trial: env.NODE_ENV !== 'production' && env.SAMPLE !== 'off',
      secondFactorRequired: env.NODE_ENV === 'production',
      rateLimit: env.RATE_LIMIT,
      trustProxy: env.TRUST_PROXY ?? false,
      logLevel: env.LOG_LEVEL,
    },
  };
}
