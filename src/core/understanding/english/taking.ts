import { loosely, type Pattern, strictly } from '../acts';
import { anyMore, keep, lead, move, noMore, of, re, request, s, take, undo, use } from './parts';

/** What is not wanted any more, goes to somebody else, or is taken from somebody. The more telling way first. */
export const taking: Pattern[] = [
  loosely(
    'cancel',
    re(lead, undo, '(?: about)?(?: (?:with|on))? .*?\\b', request, ' (?:for|of|about|on|to get) ', of, '$'),
  ),
  loosely(
    'cancel',
    re(
      lead,
      undo,
      '(?: about)? (?:my |the |that |this |last |all |open |pending |latest |previous )*(?!my |the )(?<of>(?!my\\b).+?) ',
      request,
      '$',
    ),
  ),
  loosely(
    'cancel',
    re(
      '^(?=.*\\b(?:cancel|withdraw|retract|changed? my mind|never ?mind|drop it|forget it|scrap|take back|by mistake|by accident|wrong)\\b)(?=.*\\b(?:request(?:ed)?|asked for|application|ordered|order|applied)\\b)(?<of>.+)$',
    ),
  ),
  loosely(
    'cancel',
    re(
      "^(?=.*\\b(?:no longer|do ?n[o'’]?t|wo ?n[o'’]?t|not) (?:be )?(?:want|need|interested)(?:ed|ing)?\\b)(?=.*\\b(?:i|we) (?:have )?(?:requested|asked for|applied for|ordered)\\b)(?<of>.+)$",
    ),
  ),

  loosely(
    'reassign',
    re(
      lead,
      '(?:take|get|remove|revoke) ',
      of,
      ' (?:away )?from (?<from>.+?),? (?:and|then|to) (?:then )?(?:give|assign|hand|pass) (?:it|that) to (?<to>.+)$',
    ),
  ),
  loosely(
    'reassign',
    re(
      lead,
      '(?:take|get|remove|revoke) (?<from>(?!my\\b).+?)',
      s,
      ' ',
      of,
      '(?: away)?,? (?:and|then|to) (?:then )?(?:give|assign|hand|pass) (?:it|that) to (?<to>.+)$',
    ),
  ),
  loosely('reassign', re('^(?:let|have) (?<to>.+?) take over (?:the )?(?<of>.+?) (?:of|from) (?<from>.+)$')),
  loosely('reassign', re(lead, 'replace (?<from>.+?) (?:by|with) (?<to>.+?) (?:on|for|in|at) ', of, '$')),
  loosely(
    'reassign',
    re(
      lead,
      '(?:change|switch) (?:the )?(?:owner|holder|user) of (?<from>.+?)',
      s,
      ' ',
      of,
      ' to (?<to>.+)$',
    ),
  ),
  loosely(
    'remove',
    re(
      lead,
      take,
      ' ',
      of,
      ' (?:that |which )?(?<from>\\S+(?: \\S+)?) (?:has|holds|had|is using|got|is sitting on)$',
    ),
  ),
  strictly('reassign', /^(?:reassign|transfer|move) (?:the )?(?<of>.+?) from (?<from>.+?) to (?<to>.+)$/),
  loosely(
    'reassign',
    re(lead, move, '(?: over)? ', of, ' (?:away )?from (?<from>.+?) (?:over )?to (?<to>.+)$'),
  ),
  loosely('reassign', re(lead, move, ' (?<from>(?!my\\b).+?)', s, ' ', of, ' (?:over |on )?to (?<to>.+)$')),
  loosely(
    'reassign',
    re(
      '^(?<to>.+?) (?:takes over|will take over|takes|needs|wants|gets|should get|should take over|inherits|will get|can have|is taking over|to get) (?<from>.+?)',
      s,
      ' ',
      of,
      '$',
    ),
  ),
  loosely('reassign', re('^(?:let )(?<to>.+?) (?:take over|have|get|use) (?<from>.+?)', s, ' ', of, '$')),
  loosely(
    'reassign',
    re(
      lead,
      '(?:reassign|transfer|move|switch|shift|reallocate|pass|hand over)(?: over)? ',
      of,
      ' (?:over )?to (?!me\\b|us\\b)(?<to>.+)$',
    ),
  ),

  loosely(
    'reassign',
    re(
      '^(?<from>.+?) (?:gives?|hands?|passes|transfers|will give|is giving)(?: over)? ',
      of,
      ' (?:over )?to (?<to>.+)$',
    ),
  ),
  loosely(
    'reassign',
    re(lead, 'make (?<to>.+?) the (?:new )?(?:holder|owner|user) of (?<from>.+?)', s, ' ', of, '$'),
  ),
  loosely(
    'reassign',
    re(
      '^(?<from>(?!my\\b).+?)',
      s,
      ' ',
      of,
      ' (?:should |must |needs to |can |has to |is to |will )?(?:go(?:es)?|be (?:moved|given|transferred|reassigned|handed)|moves?)(?: over)? to (?<to>.+)$',
    ),
  ),

  loosely('return', re(lead, '(?:remove|take(?: back)?|unassign|revoke) ', of, ' (?:away )?from me$')),
  loosely(
    'reassign',
    re('^(?:change |switch )?(?:the )?', of, '(?: holder| owner| user)? from (?<from>.+?) to (?<to>.+)$'),
  ),
  loosely(
    'remove',
    re(
      '^(?<from>(?!i |we |you ).+?) (?:can|should|must|will|has to|wants to)? ?(?:give|hand|return|gives|hands|returns)s? ',
      of,
      '(?: back)$',
    ),
  ),
  loosely('remove', re('^', of, ' back from (?<from>.+)$')),
  loosely(
    'remove',
    re('^(?<from>(?!i |we ).+?) ', noMore, ' ', keep, ' ', of, '(?: any ?more| any ?longer)$'),
  ),
  strictly(
    'remove',
    /^(?:remove|revoke|take(?: back)?) (?:the )?(?<of>.+?) (?:away |back )?from (?!my (?:account|name|laptop|pc|machine|computer|profile|list)\b)(?<from>.+)$/,
  ),
  loosely(
    'remove',
    re(lead, take, ' ', of, ' (?:away |back |off )?(?:from|off) (?!me\\b|my\\b)(?<from>.+)$'),
  ),
  loosely('remove', re(lead, take, ' (?<from>(?!my\\b).+?)', s, ' ', of, '(?: away| back)?$')),
  loosely('remove', re(lead, 'strip (?<from>.+?) of ', of, '$')),
  loosely('remove', re('^(?<from>(?!i |we ).+?) ', noMore, ' ', use, ' ', of, anyMore, '$')),
  loosely(
    'remove',
    re("^(?<from>(?!i |we ).+?)(?: is|['’]s)? (?:all )?(?:done|finished|through) with ", of, '$'),
  ),
  loosely(
    'remove',
    re(
      '^(?<from>.+?) (?:has |have |is |are |just )*(?:left|leaving|leaves|quit|resigned|gone|retired|moved on)\\b.*?\\b',
      take,
      ' ',
      of,
      '(?: back| away)?$',
    ),
  ),
  loosely(
    'remove',
    re(
      '^(?<from>.+?)',
      s,
      ' ',
      of,
      " (?:should be|can be|must be|needs to be|has to be|is|isn't|is not|is no longer) (?:removed|revoked|taken(?: back| away)?|needed|used|withdrawn|reclaimed|freed)",
      anyMore,
      '$',
    ),
  ),
  loosely('remove', re(lead, '(?:get|take|have) ', of, ' back from (?<from>.+)$')),
];
