const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes minutes, the longest first: begun last, one of them would keep everybody waiting alone while the other workers have nothing. */
const longest = [
  'authorisation/run',
  'model/model',
  'redelivery/door',
  'authorisation/presses',
  'cli/json',
  'cli/policy',
  'store/embedded',
  'stories/reaching',
];

/** The order of the suites on a machine that has not run them yet; jest itself knows sizes of files only. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = longest.findIndex((one) => path.replaceAll('\\', '/').endsWith(`/test/${one}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => place(one) - place(other));
  }
};
