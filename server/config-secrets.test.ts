import { parseConfig } from './config';

const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER = Buffer.alloc(32, 8).toString('base64');
const SHORT = Buffer.alloc(31, 7).toString('base64');
const APPID = 'wx0123456789abcdef';

const problemOf = (environment: Record<string, string>): string => {
  const parsed = parseConfig(environment);
  return parsed.ok ? '' : parsed.problem;
};

describe('PII_KEYS', () => {
  test('the first one is in use, the others still open', () => {
    const parsed = parseConfig({ PII_KEYS: `2026:${KEY}, 2025:${OTHER}` });
    expect(parsed.ok && parsed.config.piiKeys).toEqual([
      { id: '2026', key: Buffer.alloc(32, 7) },
      { id: '2025', key: Buffer.alloc(32, 8) },
    ]);
  });

  test.each([
    ['no id', KEY],
    ['no key', '2026:'],
    ['a short key', `2026:${SHORT}`],
    ['an id twice', `2026:${KEY},2026:${OTHER}`],
    ['a comma too many', `2026:${KEY},`],
  ])('%s stops the start, and the line does not tell the key', (_, keys) => {
    expect(problemOf({ PII_KEYS: keys })).toContain('PII_KEYS must be');
    expect(problemOf({ PII_KEYS: keys })).not.toContain(KEY);
  });

  test('production does not start without; a trial does', () => {
    expect(problemOf({ NODE_ENV: 'production' })).toContain('PII_KEYS');
    const handler = { HANDLER_NAME: '某某局', HANDLER_CONTACT: '0891-12315' };
    expect(problemOf({ NODE_ENV: 'production', PII_KEYS: `1:${KEY}`, ...handler })).toBe('');
    expect(problemOf({})).toBe('');
  });
});

describe('WECHAT_*', () => {
  test('appid and secret come together', () => {
    expect(problemOf({ WECHAT_APPID: APPID })).toContain('together');
    expect(problemOf({ WECHAT_SECRET: 's' })).toContain('together');
    const parsed = parseConfig({ WECHAT_APPID: APPID, WECHAT_SECRET: 's' });
    expect(parsed.ok && parsed.config.wechat).toEqual({
      appid: APPID,
      secret: 's',
      apiBase: 'https://api.weixin.qq.com',
    });
  });

  test.each(['{', '{}', '[{"id":"t"}]', '[{"id":"t","kinds":["nothing"],"fields":{}}]'])(
    'templates that cannot be read stop the start: %s',
    (templates) => {
      expect(problemOf({ WECHAT_TEMPLATES: templates })).toContain('WECHAT_TEMPLATES');
    },
  );
});
