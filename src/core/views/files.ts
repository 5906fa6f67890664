import type { Block, Button, Card } from '../card';
import {
  type FileRefused,
  type FileReport,
  fileKeptFor,
  fileKinds,
  type HeldFile,
  type KnownPackage,
  mostLines,
  type ReportLine,
} from '../file';
import type { Notice } from '../notice';
import type { Refusal } from '../refusal';
import type { View } from './catalogue';
import { refused } from './said';

type Named = Pick<HeldFile, 'id' | 'name'>;

/** It is being fetched. */
export const readingFile = ({ words, locale }: View, name: string): Card => ({
  title: words.files.reading(name),
  blocks: [],
  place: 'here',
  locale,
});

/** What a file would do, with the button that does it, where there is something to do and nothing speaks against it. */
export function fileRead(view: View, file: Named, report: FileReport, packages: KnownPackage[]): Card {
  const { words, locale } = view;
  const said = words.files;
  const buttons = report.writes && !report.tooManyLeave ? buttonsOf(view, file, report, packages) : [];
  return {
    title: said.read(file.name),
    blocks: [
      ...reported(view, report),
      ...(report.tooManyLeave ? [{ type: 'text', text: said.tooManyLeave } as const] : []),
      ...(report.writes ? [] : [{ type: 'text', text: said.nothingToDo } as const]),
      ...(report.kind === 'membership' && packages.length === 0
        ? [{ type: 'text', text: said.noPackage } as const]
        : []),
      ...(buttons.length > 0 ? [{ type: 'text', text: said.keptFor(fileKeptFor), weak: true } as const] : []),
      { type: 'text', text: said.pleaseDelete },
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
    place: 'here',
    locale,
  };
}

function buttonsOf(
  { words }: View,
  { id, name }: Named,
  { kind }: FileReport,
  packages: KnownPackage[],
): Button[] {
  if (kind !== 'membership')
    return [
      {
        label: words.buttons.importFile,
        about: name,
        style: 'primary',
        press: { type: 'import-file', file: id },
      },
    ];
  const [, ...others] = packages;
  return packages.map((one) => ({
    label: others.length > 0 ? words.files.importFor(one.name) : words.buttons.importFile,
    about: name,
    ...(others.length === 0 && { style: 'primary' as const }),
    press: { type: 'import-file', file: id, package: one.id },
  }));
}

/** It was done. */
export const fileDone = (view: View, { name }: Named, report: FileReport): Card => ({
  title: view.words.files.done(name),
  blocks: reported(view, report),
  place: 'here',
  locale: view.locale,
});

/** To the other admins: one of them has brought in a file, and what it did. */
export const fileImported = (
  view: View,
  { by, file, report }: Extract<Notice, { kind: 'file-imported' }>,
): Card => ({
  title: view.words.files.doneBy(by.name, file),
  blocks: [...reported(view, report), { type: 'text', text: view.words.files.unexpected(by.name) }],
  place: 'here',
  locale: view.locale,
});

/** It was refused as a whole, and why. */
export const fileRefused = ({ words, locale }: View, { name }: Named, { refused }: FileRefused): Card => ({
  title: words.files.refused(name),
  blocks: [
    { type: 'facts', facts: [[words.files.fromReader, refused]] },
    { type: 'text', text: words.files.nothingWritten },
    { type: 'text', text: words.files.pleaseDelete, weak: true },
  ],
  place: 'here',
  locale,
});

/** Nobody can tell what kind of file it is: whoever sent it says so. */
export const whichKind = ({ words, locale }: View, { id, name }: Named): Card => ({
  title: words.files.which(name),
  blocks: [
    { type: 'text', text: words.files.whichText },
    {
      type: 'buttons',
      buttons: fileKinds.map((kind) => ({
        label: words.files.kinds[kind],
        about: name,
        press: { type: 'file-kind', file: id, kind },
      })),
    },
    { type: 'text', text: words.files.keptFor(fileKeptFor), weak: true },
  ],
  place: 'here',
  locale,
});

function reported({ words }: View, { kind, counts, lines, more = 0, package: pack }: FileReport): Block[] {
  const said = words.files;
  const shown = lines.slice(0, mostLines).map((line) => `• ${lineOf(words, line)}`);
  const rest = lines.length - shown.length + more;
  return [
    {
      type: 'facts',
      facts: [
        [said.kind, said.kinds[kind]],
        ...(pack ? [[said.forPackage, pack] as [string, string]] : []),
        ...counts.map(([what, count]): [string, string] => [said.counts[what], String(count)]),
      ],
    },
    ...(shown.length > 0
      ? [{ type: 'text', text: [...shown, ...(rest > 0 ? [said.more(rest)] : [])].join('\n') } as const]
      : []),
  ];
}

function lineOf({ files: said }: View['words'], { about, what, nearest, count, at }: ReportLine): string {
  const why = (said.why as Record<string, string>)[what];
  const parts = [
    what === '' ? said.about[about] : `${said.about[about]}: ${about === 'skipped' && why ? why : what}`,
    ...(nearest ? [said.nearest(nearest)] : []),
    ...(count > 1 ? [`${count} ×`] : []),
    ...(at.length > 0 ? [said.lines(at.join(', '), count > at.length)] : []),
  ];
  return parts.join(' · ');
}

/** Whoever may not bring in a file has given one: what is in it lies in the chat all the same. */
export function fileUnwanted({ words, locale }: View, refusal: Refusal): Card {
  const card = refused(locale, refusal);
  return { ...card, blocks: [...card.blocks, { type: 'text', text: words.files.pleaseDelete }] };
}
