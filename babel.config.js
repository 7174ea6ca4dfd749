// Taro's build only. Jest has its own, in jest.config.js, because the two need different module systems.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
};
