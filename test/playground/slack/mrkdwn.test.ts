import { type Span, spansOf, wordsOf } from '../../../playground/slack';

const text = (words: string, ...marks: string[]) => ({ kind: 'text', text: words, marks });

it.each<[string, unknown[]]>([
  ['plain', [text('plain')]],
  ['*bold* and _it_', [text('bold', 'bold'), text(' and '), text('it', 'italic')]],
  ['_*both*_ ~gone~', [text('both', 'italic', 'bold'), text(' '), text('gone', 'strike')]],
  ['a*b*c 2 * 3 * 4', [text('a*b*c 2 * 3 * 4')]],
  ['snake_case_name', [text('snake_case_name')]],
  ['`*code*`', [{ kind: 'code', text: '*code*' }]],
  ['```a\nb```', [{ kind: 'pre', text: 'a\nb' }]],
  ['&lt;!channel&gt; &amp;amp;', [text('<!channel> &amp;')]],
  ['<!channel>', [{ kind: 'broadcast', range: 'channel', marks: [] }]],
  ['<@U0BOB>', [{ kind: 'user', id: 'U0BOB', marks: [] }]],
  ['<#C0GENERAL|general>', [{ kind: 'channel', id: 'C0GENERAL', name: 'general', marks: [] }]],
  [
    '<https://a.example/?a=1&amp;b=2|here>',
    [{ kind: 'link', url: 'https://a.example/?a=1&b=2', text: 'here', marks: [] }],
  ],
  [
    '<mailto:a@b.example|a@b.example>',
    [{ kind: 'link', url: 'mailto:a@b.example', text: 'a@b.example', marks: [] }],
  ],
  [
    'see https://a.example/x.',
    [
      text('see '),
      { kind: 'link', url: 'https://a.example/x', text: 'https://a.example/x', marks: [] },
      text('.'),
    ],
  ],
  ['<!date^1|15 January>', [text('15 January')]],
  ['1 < 2', [text('1 < 2')]],
  ['<script>', [text('<script>')]],
])('%s', (source, spans) => {
  expect(spansOf(source)).toEqual(spans as Span[]);
});

it('leaves bare addresses alone when verbatim', () => {
  expect(spansOf('https://a.example', { verbatim: true })).toEqual([text('https://a.example')]);
});

it('says names for people', () => {
  expect(wordsOf('*Ask* <@U0BOB>', () => 'Bob Stone')).toBe('Ask @Bob Stone');
});
