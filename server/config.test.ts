import { resolve } from 'node:path';
import { parseConfig, type Config } from './config';

const PII_KEYS = `1:${Buffer.alloc(32, 7).toString('base64')}`;

/** What production asks for. */
const PRODUCTION = {
  NODE_ENV: 'production',
  PII_KEYS,
  HANDLER_NAME: '某某市场监督管理局',
  HANDLER_CONTACT: '0891-12315',
};

const parse = (environment: Record<string, string | undefined>): Config => {
  const parsed = parseConfig(environment);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.config;
};

describe('the settings', () => {
  test('have defaults that start a trial', () => {
    expect(parse({})).toEqual({
      port: 8080,
      host: '0.0.0.0',
      database: { dataDir: resolve('./data') },
      publisherToken: null,
      dataDir: resolve('./data'),
      sample: true,
      piiKeys: null,
      wechat: null,
      messageTemplates: [],
      deployment: {},
      embedSites: [],
      guideFile: null,
      trial: true,
      secondFactorRequired: false,
      rateLimit: 600,
      trustProxy: false,
      logLevel: 'info',
    });
  });

  test('take an empty value for none', () => {
    expect(parse({ PORT: '', DATABASE_URL: '', PUBLISHER_TOKEN: '', SAMPLE: '' })).toEqual(parse({}));
  });

  test.each<[string, Record<string, string>, Partial<Config>]>([
    ['a port', { PORT: '80' }, { port: 80 }],
    ['an address', { HOST: '::1' }, { host: '::1' }],
    ['a folder', { DATA_DIR: '/srv/data' }, { database: { dataDir: resolve('/srv/data') } }],
    ['a database', { DATABASE_URL: 'postgres://a@b/c' }, { database: { url: 'postgres://a@b/c', poolSize: 8 } }],
    [
      'a pool',
      { DATABASE_URL: 'postgresql://a@b/c', DATABASE_POOL: '3' },
      { database: { url: 'postgresql://a@b/c', poolSize: 3 } },
    ],
    ['a token', { PUBLISHER_TOKEN: 'x'.repeat(32) }, { publisherToken: 'x'.repeat(32) }],
    ['no trial in production', PRODUCTION, { sample: false }],
    ['a sample in production, asked for: no trial', { ...PRODUCTION, SAMPLE: 'on' }, { sample: true, trial: false }],
    ['a second factor in production', PRODUCTION, { secondFactorRequired: true }],
    ['no trial without the sample', { SAMPLE: 'off' }, { trial: false, secondFactorRequired: false }],
    ['no trial', { SAMPLE: 'off' }, { sample: false }],
    ['a limit', { RATE_LIMIT: '10' }, { rateLimit: 10 }],
    ['no limit', { RATE_LIMIT: 'off' }, { rateLimit: null }],
    ['a number of proxies', { TRUST_PROXY: '1' }, { trustProxy: 1 }],
    ['proxies by address', { TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: '10.0.0.0/8, ::1' }],
    [
      'services to link to',
      { CREDIT_ADDRESS: 'https://a.cn/x' },
      { deployment: { services: { credit: 'https://a.cn/x' } } },
    ],
    [
      'sites that frame',
      { EMBED_SITES: 'https://a.gov.cn, https://*.b.gov.cn:8443' },
      { embedSites: ['https://a.gov.cn', 'https://*.b.gov.cn:8443'] },
    ],
    ['a web address', { WEB_ADDRESS: 'https://a.cn' }, { deployment: { webAddress: 'https://a.cn' } }],
    [
      'a mini-program, which can make codes',
      { WECHAT_APPID: 'wx0123456789abcdef', WECHAT_SECRET: 's' },
      { deployment: { miniProgramCode: true } },
    ],
    [
      'who handles personal data',
      { HANDLER_NAME: ' 某某局 ', HANDLER_CONTACT: '0891-12315' },
      { deployment: { handler: { name: '某某局', contact: '0891-12315' } } },
    ],
    ['the way to 12315', { APPID_12315: 'wx0123456789abcdef' }, { deployment: { app12315: 'wx0123456789abcdef' } }],
    ['fewer log lines', { LOG_LEVEL: 'error' }, { logLevel: 'error' }],
  ])('%s', (_name, environment, expected) => {
    expect(parse(environment)).toMatchObject(expected);
  });

  test.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['DATABASE_URL', 'mysql://a'],
    ['DATABASE_POOL', '0'],
    ['PUBLISHER_TOKEN', 'x'.repeat(31)],
    ['SAMPLE', 'yes'],
    ['RATE_LIMIT', '0'],
    ['RATE_LIMIT', 'none'],
    ['TRUST_PROXY', 'everybody'],
    ['CREDIT_ADDRESS', 'a.cn'],
    ['EMBED_SITES', '*'],
    ['EMBED_SITES', "https://a.cn; script-src 'unsafe-inline'"],
    ['EMBED_SITES', 'https://a.cn/path'],
    ['WEB_ADDRESS', 'quality.example.cn'],
    ['WEB_ADDRESS', 'https://quality.example.cn/'],
    ['APPID_12315', 'wx1'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is refused in one line that does not repeat it', (name, value) => {
    const parsed = parseConfig({ [name]: value });
    if (parsed.ok) throw new Error('not refused');
    expect(parsed.problem).toMatch(new RegExp(`^环境变量有误 / bad setting: ${name} must be .+$`));
    if (name === 'PUBLISHER_TOKEN') expect(parsed.problem).not.toContain(value);
  });

  test.each(['HANDLER_NAME', 'HANDLER_CONTACT'])(
    'production does not start without %s, nor a trial with it missing',
    (name) => {
      const parsed = parseConfig({ ...PRODUCTION, [name]: '' });
      expect(!parsed.ok && parsed.problem).toMatch(
        new RegExp(`^环境变量有误 / bad setting: ${name} must be set in production: .+$`),
      );
      expect(parseConfig({ ...PRODUCTION, [name]: '  ' }).ok).toBe(false);
      expect(parseConfig({ [name]: 'x' })).toMatchObject({ ok: false });
    },
  );
});
