// Packs a project with WeChat's miniprogram-ci as an upload would, without an account and without a network, and prints
// one line of JSON: { files, checks } or { refusal }. Arguments: its node_modules, the project's folder.
const dns = require('node:dns');
const path = require('node:path');

const [modules, project] = process.argv.slice(2);
const packer = path.join(modules, 'miniprogram-ci');

// It asks WeChat for a list of file types and falls back on its own; an answer would make a run depend on the network.
dns.lookup = (host, options, callback) => {
  const done = typeof options === 'function' ? options : callback;
  process.nextTick(done, Object.assign(new Error(`no network: ${host}`), { code: 'ENOTFOUND' }));
};

const print = (answer) => process.stdout.write(`\n${JSON.stringify(answer)}\n`);
const messageOf = (error) => [error?.path, error?.message ?? String(error)].filter(Boolean).join(': ');

async function pack() {
  const ci = require(packer);
  const { DefaultProjectAttr } = require(path.join(packer, 'dist/config/config'));
  const upload = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: project,
    privateKey: 'none',
    attr: () => Promise.resolve(DefaultProjectAttr),
  });
  const files = await ci.getCompiledResult({ project: upload, version: '0.0.0', setting: { useProjectConfig: true } });
  const checks = await ci.checkCodeQuality(upload);
  return {
    files: Object.entries(files).map(([name, content]) => ({ name, bytes: Buffer.byteLength(content) })),
    checks: checks.map(({ name, success, text, detail }) => ({ name, success, text, detail })),
  };
}

// Some of its checks throw outside of the call's promise.
process.on('unhandledRejection', (error) => {
  print({ refusal: messageOf(error) });
  process.exit(0);
});
pack().then(
  (answer) => {
    print(answer);
    process.exit(0);
  },
  (error) => {
    print({ refusal: messageOf(error) });
    process.exit(0);
  },
);
