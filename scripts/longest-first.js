const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Two workers share the tests: a long file that comes last leaves one of them idle. Jest's own order knows how long each
 * took the last time, which on a clean clone is nothing, and then goes by the file's size, which says little here.
 */
const LONG = [
  'e2e/access',
  'server/crash',
  'server/sign-ups/crash',
  'server/sign-ups/race',
  'server/processes',
  'e2e/',
  'mini-program-host/',
  'server/db/embedded',
  'server/',
];

const rankOf = ({ path }) => {
  const rank = LONG.findIndex((part) => path.includes(`/${part}`));
  return rank < 0 ? LONG.length : rank;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rankOf(one) - rankOf(other));
  }
};
