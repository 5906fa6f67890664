/** How a piece of text looks. */
export type Mark = 'bold' | 'italic' | 'strike';

/** A piece of formatted text as the client draws it. */
export type Span =
  | { kind: 'text'; text: string; marks: Mark[] }
  | { kind: 'code' | 'pre'; text: string }
  | { kind: 'link'; url: string; text: string; marks: Mark[] }
  | { kind: 'user'; id: string; marks: Mark[] }
  | { kind: 'channel'; id: string; name: string; marks: Mark[] }
  | { kind: 'broadcast'; range: string; marks: Mark[] };

const marksBySign: Record<string, Mark> = { '*': 'bold', _: 'italic', '~': 'strike' };
const marked =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\4(?![\p{L}\p{N}])/u;
/** A sign that is written as an entity ends an address. */
const address = /(https?:\/\/(?:(?!&[lg]t;)[^\s<>])*(?!&[lg]t;)[^\s<>.,;:!?)])/u;
const withAddresses = new RegExp(`${marked.source}|${address.source}`, 'u');

/**
 * Reads Slack's formatting: *bold*, _italic_, ~strike~, `code`, references in angle brackets, bare addresses unless
 * `verbatim`, and the entities of & < >. docs.slack.dev/messaging/formatting-message-text
 */
export function spansOf(text: string, options: { verbatim?: boolean } = {}, marks: Mark[] = []): Span[] {
  const match = (options.verbatim ? marked : withAddresses).exec(text);
  if (!match) return plain(text, marks);
  const [whole, pre, code, reference, sign, inside, url] = match;
  const before = plain(text.slice(0, match.index), marks);
  const after = spansOf(text.slice(match.index + whole.length), options, marks);
  return [...before, ...inner(), ...after];

  function inner(): Span[] {
    if (pre !== undefined) return [{ kind: 'pre', text: decoded(pre) }];
    if (code !== undefined) return [{ kind: 'code', text: decoded(code) }];
    if (reference !== undefined) return [referenced(reference, marks)];
    if (sign !== undefined && inside !== undefined) {
      return spansOf(inside, options, [...marks, marksBySign[sign] as Mark]);
    }
    return [{ kind: 'link', url: decoded(url as string), text: decoded(url as string), marks }];
  }
}

/** The words alone, as a screen reader would say them; `nameOf` turns a person's id into a name. */
export function wordsOf(text: string, nameOf: (id: string) => string = (id) => id): string {
  return spansOf(text)
    .map((span) => {
      if (span.kind === 'user') return `@${nameOf(span.id)}`;
      if (span.kind === 'channel') return `#${span.name}`;
      if (span.kind === 'broadcast') return `@${span.range}`;
      return span.text;
    })
    .join('');
}

function referenced(reference: string, marks: Mark[]): Span {
  const [target = '', label] = reference.split(/\|(.*)/s);
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), marks };
  if (target.startsWith('#'))
    return { kind: 'channel', id: target.slice(1), name: label ?? target.slice(1), marks };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1), marks };
  // Dates and user groups carry what to show when they are not understood.
  if (target.startsWith('!')) return { kind: 'text', text: decoded(label ?? target), marks };
  if (/^(https?|mailto|tel|slack):/i.test(target)) {
    return {
      kind: 'link',
      url: decoded(target),
      text: decoded(label ?? target.replace(/^(mailto|tel):/, '')),
      marks,
    };
  }
  return { kind: 'text', text: `<${decoded(reference)}>`, marks };
}

function plain(text: string, marks: Mark[]): Span[] {
  return text === '' ? [] : [{ kind: 'text', text: decoded(text), marks }];
}

function decoded(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
