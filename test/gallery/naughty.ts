import type { Block, Card, Field } from '../../src/core/card';

/** What somebody may type that a chat could take for more than words. None is in another: each is looked for letter by letter. */
export const naughty: string[] = [
  // Slack: references, broadcasts, links, dates, formatting, emoji, quotes, code.
  '<@U0PERSON1> look',
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1|team>',
  '<http://evil.example|Microsoft>',
  '<#C1|general>',
  '<!date^1392734382^{date}|soon>',
  '<mailto:a@b.example|me>',
  '@channel and @here',
  '#general',
  'a *bold* word',
  'an _italic_ word',
  'a ~struck~ word',
  'some `code` here',
  '```\nblock\n```',
  '> a quote',
  '• a point',
  ':tada: party',
  ':+1:',
  '&lt;b&gt; &amp; &#60;',
  'R&D <3 >_<',
  // Teams: markdown, pictures, mentions, templates, functions of dates.
  '[Microsoft](https://evil.example/login)',
  '![](https://evil.example/pixel.png)',
  '**bold** and __bold__',
  '<at>Everyone</at>',
  '<at id="0">Ada</at> hello',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody typed
  '${secret}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody typed
  '${$root.owner}',
  '{{DATE(2026-11-20T09:30:00Z, LONG)}}',
  '{{TIME(2026-11-20T09:30:00Z)}}',
  '{{{x}}}',
  '# not a heading',
  '- no list',
  '1. no list',
  '1) nor this',
  '* nor this one',
  '+ or this',
  '| a | table |',
  'a \\*backslash\\*',
  '[ref]: https://evil.example',
  '~~gone~~',
  '---',
  // Addresses that a client may make links of, and HTML.
  'https://evil.example/?a=1&b=2',
  'www.evil.example',
  'evil.example',
  'ada@evil.example',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="https://evil.example">x</a>',
  '"><svg onload=alert(1)>',
  '<iframe src="https://evil.example">',
  "' or 1=1 --",
  '{"type":"approve"}',
  '../../etc/passwd',
  '%s %d %n',
  '\\u003cb\\u003e',
  // Letters of all kinds.
  '我需要 Visual Studio「訂閱」',
  '👩‍👩‍👧‍👦 family',
  'مرحبا',
  'Z̸͓̐a̵l̶g̷o̸',
  'ﬁ ligature ﷽',
  'null',
  'undefined',
  '0x1F',
  '１２３',
];

/** The letters that are read, without spaces and signs that cannot be seen: what was typed and what is shown have the same. */
export const lettersOf = (text: string): string => text.replace(/[\s\u200B]/g, '');

/**
 * The card as it would be if everything on it had been typed by somebody: each text is this one. Only labels of buttons stay, so that
 * each can be told from the others; addresses, values and commands mean something and stay too.
 */
export function typedAllOver(card: Card, text: string): Card {
  return { ...card, title: text, blocks: card.blocks.map(block) };

  function block(one: Block): Block {
    switch (one.type) {
      case 'text':
      case 'heading':
        return { ...one, text };
      case 'facts':
        return { ...one, facts: one.facts.map(() => [text, text]) };
      case 'row':
        return { ...one, title: text, text, ...(one.button && { button: about(one.button) }) };
      case 'code':
      case 'copy':
        return { ...one, label: text, text };
      case 'chart':
        return {
          ...one,
          title: text,
          legend: text,
          bars: one.bars.map((bar) => ({ ...bar, name: text, says: text })),
        };
      case 'buttons':
        return { ...one, buttons: one.buttons.map(about) };
      case 'search':
        return { ...one, label: text, hint: text, ...(one.initial !== undefined && { initial: text }) };
      case 'form':
        return { ...one, fields: one.fields.map(field) };
    }
  }
  function about<B extends { label: string; about?: string }>(button: B): B {
    return button.about === undefined ? button : { ...button, about: text };
  }
  function field(one: Field): Field {
    const named = { ...one, label: text, ...(one.hint !== undefined && { hint: text }) };
    return named.kind === 'choice' || named.kind === 'lookup'
      ? { ...named, choices: named.choices.map(({ value }) => ({ value, label: text })) }
      : named;
  }
}
