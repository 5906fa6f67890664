import { loosely, type Pattern, strictly } from '../acts';
import { anyMore, back, give, lead, noMore, of, re, use } from './parts';

/** What the speaker gives back; before it what an admin gives in our own words. The more telling way first. */
export const returning: Pattern[] = [
  loosely('return', re(lead, '(?:remove|take|unsubscribe|unassign|drop) me (?:from|off|of) ', of, '$')),
  strictly('assign', /^assign (?!me\b|us\b)(?:an? |the )?(?<of>.+?) to[:,]? (?<to>.+)$/),
  loosely(
    'assign',
    re(
      lead,
      '(?!hand back|give back|give up)',
      give,
      ' (?!me\\b|us\\b|back\\b|my\\b)',
      of,
      ' (?:over )?to (?!me\\b|us\\b)(?<to>.+)$',
    ),
  ),

  loosely(
    'return',
    re(
      lead,
      '(?:take|remove|unassign|drop|get) ',
      of,
      ' (?:away |back )?(?:from|off) my (?:account|name|laptop|pc|machine|computer|profile|list)$',
    ),
  ),
  strictly('return', /^(?:return|give back|hand back)(?: (?:my |the |an? )*(?<of>.+))?$/),
  loosely(
    'return',
    re(lead, back, ' ', of, '(?: back)?(?: to (?:you|the (?:pool|company|team|stock)|it|stock))?$'),
  ),
  loosely(
    'return',
    re(
      lead,
      '(?:give|hand|send|put|bring|turn) ',
      of,
      ' (?:back|in)(?: to (?:you|the (?:pool|company|team|stock)|it|stock))?$',
    ),
  ),
  loosely(
    'return',
    re(
      lead,
      '(?:take|have|get|collect|reclaim|grab|remove|revoke|cancel|end|drop)(?: back)? my ',
      '(?<of>.+?)',
      '(?: back| away)?$',
    ),
  ),
  loosely(
    'return',
    re(
      '^(?:you|anyone|someone|somebody|others?)(?: else)? (?:can|may|could) (?:have|take|get|use)(?: back)? (?:my |the )*',
      '(?<of>.+?)',
      '(?: back| again)?$',
    ),
  ),
  loosely(
    'return',
    re(
      '^(?:i|we)?(?: (?:really|actually|also|currently|think))*',
      ' ?',
      noMore,
      ' ',
      use,
      ' ',
      of,
      anyMore,
      '(?:[,;.]? (?:and |so |you |please )*(?:can |may )?(?:have|take|get|return) (?:it|that|this)(?: back)?)?$',
    ),
  ),
  loosely(
    'return',
    re(
      "^(?:i|we)?(?: ?a?m|['’]m| are|['’]re| have)? ?(?:all |now |already )?(?:done|finished|through|good) with ",
      of,
      '$',
    ),
  ),
  loosely(
    'return',
    re(
      '^(?:i|we)(?: have|.ve)(?: got)? (?:no|little) (?:more |further )?(?:need|use) (?:for|of) ',
      of,
      anyMore,
      '$',
    ),
  ),
  loosely(
    'return',
    re(
      '^',
      of,
      " (?:(?:is|are)? ?unused|(?:(?:is|are) (?:not|no longer)|isn['’]?t|aren['’]?t|not|no longer) (?:needed|used|required|in use|necessary))",
      anyMore,
      '$',
    ),
  ),
  loosely('return', re('^', of, ' (?:can|may|should) (?:go|be (?:returned|given|handed|taken|sent)) back$')),
  loosely(
    'return',
    re(
      '^(?=.*\\b(?:have|take|get|want|giv(?:e|ing)|hand(?:ing)?|send(?:ing)?) (?:it|that|this|them) back\\b)(?<of>.+)$',
    ),
  ),
  loosely(
    'return',
    re(
      '^(?=.*\\b(?:(?:do|work|live|manage|get by|cope|fine|okay|ok) (?:fine |well |just fine )?without|instead of|switched (?:away )?from|moved (?:away )?from|free (?:it )?up|return(?:ing)? it)\\b)(?=.*\\b(?:i|my)\\b)(?!.*\\b(?:can.?t|cannot|unable)\\b)(?<of>.+)$',
    ),
  ),
];
