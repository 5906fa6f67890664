import { failureIn } from '../../src/core/views/webhook';
import { wordsIn } from '../../src/core/words';

const [english, chinese] = [wordsIn('en'), wordsIn('zh-TW')];

test.each([
  ['http_302', 'It points to another address (HTTP status 302), which is not followed'],
  ['http_401', 'It refused the event (HTTP status 401)'],
  ['http_503', 'It has trouble of its own (HTTP status 503)'],
  ['timeout', 'None in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'None in time'],
  ['ECONNREFUSED', 'None: nothing listens at its address'],
  ['ENOTFOUND', 'None: its name is not known on the network'],
  ['UND_ERR_SOCKET', 'None: the connection broke off'],
  ['CERT_HAS_EXPIRED', 'None: its certificate is not trusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'None: its certificate is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'None: its certificate is not trusted'],
  ['network', 'None: it cannot be reached (network)'],
])('what “%s” of a receiver means is said in words', (code, words) => {
  expect(failureIn(english, code)).toBe(words);
  expect(failureIn(chinese, code)).toMatch(/\p{Script=Han}{3}/u);
});
