import { loosely, type Pattern, strictly } from '../acts';
import { lead, of, re } from './parts';

/** What somebody is given, and what is asked for. The more telling way first. */
export const giving: Pattern[] = [
  loosely(
    'assign',
    re(
      lead,
      '(?:give|hand|grant|assign|issue|offer|send|allocate|lend|provide) (?!me\\b|us\\b|back\\b)(?<to>\\S+(?: \\S+){0,4}?) (?:with |access to |an? |the |one |some |his |her |their )+',
      of,
      '$',
    ),
  ),
  loosely(
    'assign',
    re(
      lead,
      '(?:give|hand|grant|assign|issue|offer|send|allocate|lend|provide) (?!me\\b|us\\b|back\\b)(?<to>\\S+ \\S+) ',
      of,
      '$',
    ),
  ),
  loosely(
    'assign',
    re(
      lead,
      '(?:give|hand|grant|assign|issue|offer|send|allocate|lend|provide) (?!me\\b|us\\b|back\\b)(?<to>\\S+) ',
      of,
      '$',
    ),
  ),
  loosely(
    'assign',
    re(lead, '(?:set up|equip|fit|supply|provide) (?!me\\b|us\\b)(?<to>.+?) (?:up )?with ', of, '$'),
  ),
  loosely('assign', re(lead, 'set (?!me\\b|us\\b)(?<to>.+?) up (?:with|for) ', of, '$')),
  loosely('assign', re(lead, '(?:add|put) (?!me\\b|us\\b)(?<to>.+?) (?:to|on|onto|in) ', of, '$')),
  loosely('assign', re('^let (?!me\\b|us\\b)(?<to>.+?) (?:have|use) ', of, '$')),
  loosely(
    'assign',
    re(
      '^(?<to>.+?) (?:should|must|shall|is to|gets|will|is getting) (?:get|have|receive|be given|be assigned)? ?',
      of,
      '$',
    ),
  ),
  loosely('assign', re('^', of, ' (?:goes|should go|go|is|->|=>)? ?(?:to|->|=>) (?!me\\b|us\\b)(?<to>.+)$')),
  strictly('assign', /^assign (?!me\b|us\b)(?<of>.+)$/),

  loosely('ask', re('^(?:request|ask for) (?<of>.+?) (?:for|on behalf of) (?!me\\b|us\\b)(?<to>.+)$')),
  loosely(
    'ask',
    re(
      '^.*?\\b(?:request(?:ing)?|order|ask(?:ing)? for|get|apply(?:ing)? for|need|want|require|like|have|obtain|buy|looking for|file a request for|submit a request for|put in a request for) ',
      of,
      ' (?:for|on behalf of) (?!me\\b|us\\b)(?<to>\\S+(?: \\S+){0,3})$',
    ),
  ),
  loosely(
    'ask',
    re(
      "^(?:on behalf of|for) (?<to>.+?)[,:]? (?:(?:i|we) )?(?:['’]d )?(?:would )?(?:please )?(?:like |need |want |request |order |to )+",
      of,
      '$',
    ),
  ),
  loosely(
    'ask',
    re(
      "^(?<to>(?!i |we |my |our ).+?)(?: also| really| urgently)? (?:needs?|wants?|would like|requires?|could use|asks? for|is asking for|has asked for|is looking for|'d like)(?: to (?:have|get|use|order))? ",
      of,
      '$',
    ),
  ),
  loosely(
    'ask',
    re(
      '^(?:can|could|may|would) (?<to>(?!i\\b|we\\b|you\\b).+?) (?:please )?(?:also )?(?:get|have|use|receive|be given) ',
      of,
      '$',
    ),
  ),
  loosely(
    'ask',
    re(
      lead,
      '(?:get|order|request|buy) (?!me\\b|us\\b)(?<to>\\S+(?: \\S+)?) (?:an? |the |some )',
      '(?<of>.+?)',
      '$',
    ),
  ),
  loosely('ask', re('^', of, ' (?:is )?(?:needed |wanted |required )?for (?<to>(?!me\\b|us\\b).+)$')),

  loosely('cancel', re('^(?:cancel|call off) ', of, '$')),

  loosely(
    'show',
    re(
      '^(?:show|details|info|information|price|description|specs?)(?: me)?(?: (?:of|on|about|for))? (?<of>.+)$',
    ),
  ),
];
