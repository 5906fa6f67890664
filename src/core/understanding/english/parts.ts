/** One of several ways to say a part. */
const words = (parts: string[]): string => `(?:${parts.join('|')})`;
/** One pattern of several parts. */
export const re = (...parts: string[]): RegExp => new RegExp(parts.join(''));

/** Somebody's, with whatever apostrophe; lists and phones leave it out. */
export const s = "(?:['’`]s?|(?<=[^s])s)";
/** What names the benefit, without what stands before it. */
export const of = '(?:an? |the |my |his |her |their |your |one |this |that |of )*(?<of>.+?)';
/** "I want to …", "how do I …": then comes what is to be done. */
export const lead =
  "^(?:(?:i|we)(?:'d| would|'ll| will| am|'m| are|'re)?(?: really| just| also)? (?:like|love|want|need|wish|have|going|gonna|wanna|ready|planning|trying)(?: to)? |(?:can|could|may|should|shall|must|do|let) (?:i|we|me|us) |let['’]?s |i(?:'ll| will|'m| am) |how (?:do|can|could|should|would|to)(?: i| we)? |is it possible to |time to |you (?:can|may|could|should) |(?:someone|somebody) (?:should|please|has to) |we (?:should|must|have to|need to) )?";
/** Verbs with which something goes from one to another. */
export const move = '(?:reassign|transfer|move|switch|shift|pass|hand|give|swap|migrate|reallocate)';
/** Verbs with which something is taken away. */
export const take =
  '(?:remove|revoke|take(?: back| away)?|withdraw|unassign|deassign|strip|reclaim|pull|retrieve|recover|collect|get(?: back)?|cancel|retract|release|free(?: up)?|deprovision|deactivate)';
/** Verbs with which something is given. */
export const give =
  '(?:give|hand(?: out| over)?|grant|allocate|issue|assign|provide|send|award|offer|lend|deliver|pass|allot|distribute)';
/** Verbs with which something is given back. */
export const back =
  '(?:return|give back|hand back|hand in|give up|turn in|release|surrender|free up|let go of|send back|bring back|get rid of|relinquish|returning|giving back|handing back|handing in|hand over|take back|unassign me from)';
/** A request, as people call it. */
export const request = '(?:request|application|order|ask|requst|reqest)s?';
/** Verbs with which a request is taken back. */
export const undo =
  '(?:cancel|withdraw|revoke|retract|drop|forget|scrap|undo|stop|delete|abort|call off|kill|remove|take back|pull back|pull|rescind|recall|discard|nix|never ?mind|ignore|scratch|close|canceling|cancelling|withdrawing)';
/** Ways to say that something is not wanted any more. */
export const noMore = words([
  'no longer',
  'no more',
  'not',
  'never',
  "do(?:es)? ?n[o']?t",
  'don’t',
  'doesn’t',
  "(?:wo|is|are|am) ?n[o']?t",
  'won’t',
  "(?:should|may|must|can|could) ?(?:n[o'’]?t|not)",
  'can’t',
  'cannot',
  'isn’t',
  'aren’t',
  'ain’t',
  'stopped',
  'stop',
  'quit',
  'hardly(?: ever)?',
  '(?:am|is|are|was|were) (?:no longer|not)',
  "(?:'m|'re|’m|’re) (?:no longer|not)",
]);
/** What is done with a benefit. */
export const use = '(?:need|use|using|want|require|touch|needing|open|work with|wanting|used)(?:s|es|ed)?';
/** To have something. */
export const keep = '(?:have|hold|keep|get)';
/** What may stand behind it. */
export const anyMore = '(?: any ?more| any ?longer| at all| now| again)*';
/** Ways to have something. */
export const have =
  '(?:holds?|held|has|had|have|uses?|used|owns?|got|gets?|possess(?:es)?|is using|are using|is holding|are holding|has got|received|took|takes|currently (?:has|uses|holds)|grabbed)';
