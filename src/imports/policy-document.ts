import {
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isNode,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type YAMLError,
} from 'yaml';
import { Nodes } from './policy-nodes';
import type { PolicyProblem } from './policy-sentences';

/** No policy is nested deeper: a person in a list of a stage in a list of a rule. Counted as the parser goes down. */
const deepest = 24;
/** A text with so much in it that nobody can make sense of is not looked at to its end. */
const enoughErrors = 50;

/**
 * The document of a text, and what reads it; `undefined` in place of the document where it is none of ours, with everything wrong noted.
 * Each name may stand once below another, which is left to whoever reads: the parser takes too long over it.
 */
export function documentOf(text: string): { document: Document | undefined; nodes: Nodes } {
  const nodes = new Nodes(linesOf(text));
  const tokens = tokensOf(text);
  if (typeof tokens === 'number') {
    nodes.wrongAt(tokens, { code: 'too-deep' });
    return { document: undefined, nodes };
  }
  const options = { prettyErrors: false, merge: false, uniqueKeys: false, schema: 'core' } as const;
  const [document, another] = new Composer(options).compose(tokens, true, text.length);
  const errors = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  for (const { code, pos } of errors) nodes.wrongAt(pos[0], problemOf(code));
  if (another) nodes.wrongAt(another.range[0], { code: 'two-documents' });
  if (document && nodes.problems.length === 0) refuseIndirect(document, nodes);
  return { document: nodes.problems.length === 0 ? document : undefined, nodes };
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

/** The parts of a text; or the place where it is nested too deep: whoever puts the parts together goes down as deep as it is led. */
function tokensOf(text: string) {
  const parser = new Parser();
  const tokens = [];
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === 'error') errors += 1;
    }
    if (errors > enoughErrors) return tokens;
    if (parser.stack.length > deepest) return parser.offset;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** What the parser says quotes the file, which may be one with keys by mistake: only its codes are looked at. */
const byCode: Partial<Record<ErrorCode, PolicyProblem>> = {
  TAB_AS_INDENT: { code: 'tab' },
  BAD_INDENT: { code: 'indent' },
  MISSING_CHAR: { code: 'unclosed' },
  BLOCK_AS_IMPLICIT_KEY: { code: 'colon' },
  MULTILINE_IMPLICIT_KEY: { code: 'colon' },
  BAD_DQ_ESCAPE: { code: 'escape' },
  BAD_ALIAS: { code: 'alias' },
  TAG_RESOLVE_FAILED: { code: 'alias' },
};
const problemOf = (code: YAMLError['code']): PolicyProblem => byCode[code] ?? { code: 'syntax' };

/** Anchors, aliases and tags make a small file large, or say something else than can be read in it. */
function refuseIndirect(document: Document, nodes: Nodes): void {
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && !(isNode(node) && (('anchor' in node && node.anchor) || node.tag)))
        return undefined;
      nodes.wrong(node, { code: 'alias' });
      return visit.SKIP;
    },
  });
}
