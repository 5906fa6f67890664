import type { Block, Button, Card, Choice } from '../card';
import type { FileKind, FileReport, HeldFile, ReportLine } from '../file';
import { meantBy } from '../file-names';
import { nearest } from '../product-name';
import type { View } from './catalogue';

type Named = Pick<HeldFile, 'id' | 'name' | 'meanings'>;
type Asked = Pick<HeldFile, 'id' | 'meanings'> & { kind: FileKind };

/** So many names a card asks about at once; when they are answered, the next ones come. */
const mostAsked = 8;

/** What is asked by the rows of `nameRows`, so that it need not be said twice. */
export const isOfName = ({ about }: ReportLine): boolean =>
  about === 'unmatched' || about === 'nameless' || about === 'level';

/**
 * Names of a file that nothing here is called by, each with what an admin says it means, or the button that asks; those that nobody has said
 * anything of stand first. Below them whether benefits are made for the rest.
 */
export function namesAsked(
  view: View,
  { id, name: file, meanings }: Named,
  report: FileReport,
  canMake: boolean,
): Block[] {
  const said = view.words.files;
  const open = new Map(report.lines.filter(isOfName).map((line) => [nameOf(line), line]));
  const names = meanings.names
    .map((one, at) => ({ ...one, at, line: open.get(one.name) }))
    .filter(({ benefit, line }) => line || benefit);
  const inOrder = [...names.filter(({ line }) => line), ...names.filter(({ line }) => !line)];
  const shown = inOrder.slice(0, mostAsked);
  const left = open.size;
  const all = left + names.filter(({ line }) => !line).length;
  return [
    ...(shown.length > 0 ? [{ type: 'heading', text: said.names } as const] : []),
    ...shown.map(
      ({ name, benefit, at, line }): Block => ({
        type: 'row',
        title: name ?? said.about.nameless,
        text: line ? unknown(view, line) : said.means(benefit as string),
        button: {
          label: said.whichBenefit,
          about: name ?? said.about.nameless,
          press: { type: 'name-form', file: id, name: at },
        },
      }),
    ),
    ...(all > shown.length
      ? [{ type: 'text', text: said.more(all - shown.length), weak: true } as const]
      : []),
    ...(report.kind === 'keys' && canMake ? making(view, id, file, meanings.make, left) : []),
  ];
}

const nameOf = ({ about, what }: ReportLine): string | null => (about === 'nameless' ? null : what);

function unknown(
  { words: { files: said } }: View,
  { about, nearest: near, lookAlike, count, at }: ReportLine,
): string {
  return [
    about === 'level' ? said.about.level : said.about.unmatched,
    ...(near ? [said.nearest(near)] : []),
    ...(lookAlike ? [said.lookAlike] : []),
    ...(count > 1 ? [`${count} ×`] : []),
    ...(at.length > 0 ? [said.lines(at.join(', '), count > at.length)] : []),
  ].join(' · ');
}

/** Asks whether benefits are made for what is left, or says that they are and takes it back. */
function making({ words }: View, file: string, about: string, make: boolean, left: number): Block[] {
  const said = words.files;
  if (!make && left === 0) return [];
  const button: Button = {
    label: make ? said.makeNone : said.makeThem,
    about,
    press: { type: 'make-benefits', file, make: !make },
  };
  return [
    { type: 'text', text: make ? said.areMade : said.couldBeMade, weak: true },
    { type: 'buttons', buttons: [button] },
  ];
}

/** Asks which benefit a name of a file means. On a platform that cannot ask while somebody types, what is called most like it stands first. */
export function formForName(view: View, { id, meanings, kind }: Asked, at: number, choices: Choice[]): Card {
  const { words, locale } = view;
  const name = meanings.names[at]?.name ?? null;
  const near =
    name === null
      ? undefined
      : nearest(
          name,
          choices.map(({ label }) => label),
        )?.name;
  return {
    title: words.files.whichBenefit,
    blocks: [
      { type: 'text', text: name === null ? words.files.about.nameless : words.files.inFile(name) },
      ...(near ? [{ type: 'text', text: words.files.nearest(near), weak: true } as const] : []),
      {
        type: 'form',
        fields: [
          {
            kind: 'lookup',
            of: meantBy(kind),
            name: 'benefit',
            label: words.fields.benefit,
            hint: words.pick.benefitHint,
            choices: [
              ...choices.filter(({ label }) => label === near),
              ...choices.filter(({ label }) => label !== near),
            ],
          },
        ],
        submit: words.files.thisOne,
        press: { type: 'name-means', file: id, name: at },
      },
    ],
    place: 'dialog',
    locale,
  };
}
