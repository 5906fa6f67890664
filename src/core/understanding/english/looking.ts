import { loosely, type Pattern, strictly } from '../acts';
import { have, of, re, s } from './parts';

/** Who has something, and what somebody has. The more telling way first. */
export const looking: Pattern[] = [
  strictly('holdings', /^what (?:holds|held) (?<whose>.+?)$/),
  strictly('holdings', /^what (?:does|did) (?<whose>(?!i\b|we\b).+?) hold$/),
  loosely(
    'holders',
    re(
      "^who(?:['’]s| is| are| all)*(?: still| also| else| currently| now| in the company)? ",
      have,
      '(?: got)?(?: an?| the)? (?<of>(?!.*\\d[-/]\\d).+?)$',
    ),
  ),
  loosely(
    'holders',
    re(
      "^who(?:['’]s| is| are)(?: still| currently| now)? (?:using|holding|got|on|having|with|the (?:owner|holder|user)s? of|in possession of|sitting on|assigned|working with|licensed for) (?:an? |the )?(?<of>.+?)$",
    ),
  ),
  loosely(
    'holders',
    re(
      '^(?:which|what|show|list|find)(?: me)?(?: all)?(?: the)? (?:people|users|colleagues?|persons?|employees?|folks|coworkers|guys|one|team members|persons?)(?: of us)?(?: who| that)?(?: currently| still| in the company)? ',
      have,
      ' (?<of>.+?)$',
    ),
  ),
  loosely(
    'holders',
    re(
      '^(?:show|list|find|get)?(?: me)?(?: all)?(?: the)? ?(?:holders?|owners?|users?|assignees?) (?:of|for) (?:an? |the )?(?<of>.+?)$',
    ),
  ),
  loosely(
    'holders',
    re(
      '^(?:who|whom) (?:did|do|have|had|has) (?:we|you|i|they|been|someone)? ?(?:give|given|assign|assigned|gave|handed|hand|issue|issued) ',
      of,
      '(?: to)?$',
    ),
  ),
  loosely(
    'holders',
    re(
      '^(?:who|whom|to whom) (?:was|were|is|are) ',
      of,
      ' (?:given|assigned|issued|handed)(?: out)?(?: to)?$',
    ),
  ),
  loosely('holders', re('^who (?:was|were|is|are) (?:given|assigned|issued) ', of, '$')),
  loosely(
    'holders',
    re(
      '^(?:where|with whom) (?:is|are|did|has|have)(?: all)? (?!my\\b)(?:the |our )*(?<of>.+?)(?: go(?:ne)?| now)?$',
    ),
  ),
  loosely('holders', re('^(?:whose|who owns) (?:is )?(?:the )?(?<of>.+?)(?: is (?:it|this|that))?$')),
  loosely(
    'holders',
    re(
      '^(?:(?:show|list|find|get)(?: me)?(?: all)? (?:the )?)?(?<of>.+?) (?:holders?|owners?|users?|assignees?|subscribers?)(?: list)?$',
    ),
  ),
  loosely(
    'holders',
    re('^(?:is|are) (?:anyone|anybody|someone|somebody)(?: else)? (?:using|holding) ', of, '$'),
  ),
  loosely(
    'holders',
    re('^(?:does|do|did) (?:anyone|anybody|someone|somebody)(?: else)? (?:have|hold|use|own|got) ', of, '$'),
  ),
  loosely(
    'holders',
    re(
      '^(?:(?:show|list|find|name|tell|get|give)(?: me)? )?(?:everyone|everybody|anyone|all people|all users|(?:the )?names of (?:everyone|everybody|people|those)|(?:the )?people)(?: who are| that are)? (?:with|on|having|holding|using) (?:an? |the )?(?<of>.+?)$',
    ),
  ),
  strictly('holders', /^(?:holders(?: of)?|reassign|remove) (?<of>.+)$/),
  loosely(
    'holdings',
    re(
      "^(?:what|which)(?:['’]s| is)? (?:\\w+ )?(?:is )?(?<whose>(?!i\\b|we\\b|you\\b).+?) (?:using|holding)$",
    ),
  ),
  loosely(
    'holdings',
    re('^what (?:did|have|do) (?:we|you) (?:give|given|assign|assigned|gave)(?: to)? (?<whose>.+)$'),
  ),
  loosely('holdings', re('^(?:everything|anything|all) (?:about|of|for) (?<whose>.+)$')),
  loosely(
    'holdings',
    re(
      '^(?:does|did|has|is|do) (?<whose>(?!anyone|anybody|someone|somebody|we\\b|i\\b|you\\b).+?) (?:have|hold|own|use|got|get|using|holding)(?: got)? (?:anything|something|any (?:licen[cs]es?|benefits|keys|software|subscriptions))$',
    ),
  ),
  loosely(
    'holdings',
    re(
      '^(?:\\w+ ){0,4}?what (?<whose>(?!i\\b|we\\b|you\\b).+?) (?:has|holds|uses|got|owns|is using|is holding|have)$',
    ),
  ),
  loosely('holdings', re('^(?:what|which) (?:\\w+ )?(?:are|is) with (?<whose>.+)$')),
  loosely(
    'holdings',
    re(
      '^(?:what|which(?: \\w+){0,2})(?: all)?(?: (?:does|did|do|has|is|things|else))* (?<whose>(?!i\\b|we\\b|you\\b).+?) (?:have|has|hold|holds|use|uses|own|owns|got|possess|using|holding|been (?:given|assigned)|get|receive|currently (?:have|hold|use))(?: got)?(?: assigned| access to)?$',
    ),
  ),
  loosely(
    'holdings',
    re(
      '^(?:show|list|see|tell|give)?(?: me)? ?(?:everything|all|what|anything|all the (?:things|licen[cs]es|keys|benefits))(?: that)? (?<whose>.+?) (?:has|holds|uses|got|owns|have)(?: got)?$',
    ),
  ),
  loosely(
    'holdings',
    re(
      "^(?:what|which|show|list|everything|anything|is there anything)(?: me)?(?:['’]s| is| are| was)?(?: all)?(?: (?:the )?(?:licen[cs]es|benefits|keys|software|subscriptions|things|products|stuff))?(?: is| are| that is| currently)? (?:assigned|given|belongs?|issued|allocated|registered|out) (?:to|with|for) (?<whose>(?!me\\b).+)$",
    ),
  ),
  loosely(
    'holdings',
    re(
      "^(?:(?:show|list|see|view|check|display|get|look up|find|what are|what is|what['’]s|pull up)(?: me)? )?(?<whose>(?!my\\b|our\\b).+?)",
      s,
      ' (?:current |active )?(?:licen[cs]es?|benefits|keys?|stuff|things|subscriptions?|holdings?|products|software|allocations?|assets|entitlements|list|inventory)$',
    ),
  ),
  loosely(
    'holdings',
    re(
      '^(?:(?:show|list|see|view|check)(?: me)? )?(?:the )?(?:licen[cs]es|benefits|keys|stuff|subscriptions|holdings|software) (?:of|for|held by|assigned to|with) (?<whose>(?!me\\b|us\\b).+)$',
    ),
  ),
];
