import type { Block, Button, Card } from '../card';
import type { Command } from '../command';
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
import { complain } from './complaints';
import { isOfName, namesAsked } from './file-names';
import { type Page, pageBlocks, pageOf } from './paging';
import { refused } from './said';

type Named = Pick<HeldFile, 'id' | 'name'>;

/** It is being fetched. */
export const readingFile = ({ words, locale }: View, name: string): Card => ({
  title: words.files.reading(name),
  blocks: [],
  place: 'here',
  locale,
});

/**
 * What a file would do, with the button that does it, where there is something to do and nothing speaks against it.
 * @param packages those that it could be for; it was looked at for the first
 * @param page of the lines that say it, from 1
 */
export function fileRead(
  view: View,
  file: Named & Pick<HeldFile, 'meanings'>,
  report: FileReport,
  packages: KnownPackage[],
  page = 1,
): Card {
  const { words, locale } = view;
  const said = words.files;
  const [shown] = packages;
  const paragraphs = inParagraphs(report.lines.filter((line) => !isOfName(line)));
  const pages = Math.max(1, paragraphs.length);
  const at = Math.min(Math.max(page, 1), pages);
  const buttons = report.writes ? buttonsOf(view, file, report, packages) : [];
  const names = namesAsked(view, file, report, packages.length > 0);
  return {
    title: said.read(file.name),
    blocks: [
      ...reported(view, report, { rows: paragraphs.slice(at - 1, at), page: at, pages }, (to) => ({
        type: 'file-kind',
        file: file.id,
        kind: report.kind,
        ...(shown && { package: shown.id }),
        page: to,
      })),
      ...names,
      ...(report.tooManyLeave ? [{ type: 'text', text: said.tooManyLeave } as const] : []),
      ...(report.otherPackage && report.package
        ? [
            {
              type: 'text',
              text: complain(words, {
                line: null,
                problem: { code: 'other-package', package: report.package },
              }),
            } as const,
          ]
        : []),
      ...(report.writes ? [] : [{ type: 'text', text: said.nothingToDo } as const]),
      ...(report.kind === 'membership' && packages.length === 0
        ? [{ type: 'text', text: said.noPackage } as const]
        : []),
      ...(buttons.length + names.length > 0
        ? [{ type: 'text', text: said.keptFor(fileKeptFor), weak: true } as const]
        : []),
      { type: 'text', text: said.pleaseDelete },
      ...(buttons.length > 0 ? [{ type: 'buttons', buttons } as const] : []),
    ],
    place: 'here',
    locale,
  };
}

function buttonsOf(
  { words }: View,
  { id, name, meanings }: Named & Pick<HeldFile, 'meanings'>,
  { kind, tooManyLeave, otherPackage }: FileReport,
  packages: KnownPackage[],
): Button[] {
  if (tooManyLeave) return [];
  if (kind !== 'membership')
    return [
      {
        label: words.buttons.importFile,
        about: name,
        style: 'primary',
        press: { type: 'import-file', file: id, ...(meanings.said > 0 && { said: meanings.said }) },
      },
    ];
  const [shown, ...others] = packages;
  if (!shown) return [];
  const doIt: Button = {
    label: others.length > 0 ? words.files.importFor(shown.name) : words.buttons.importFile,
    about: name,
    style: 'primary',
    press: { type: 'import-file', file: id, package: shown.id },
  };
  // What it would do for another package is shown before it is done.
  const lookAt = (one: KnownPackage): Button => ({
    label: words.files.ratherFor(one.name),
    about: name,
    press: { type: 'file-kind', file: id, kind, package: one.id },
  });
  return [...(otherPackage ? [] : [doIt]), ...others.map(lookAt)];
}

/** It was done. */
export const fileDone = (view: View, { name }: Named, report: FileReport): Card => ({
  title: view.words.files.done(name),
  blocks: told(view, report),
  place: 'here',
  locale: view.locale,
});

/** To the other admins: one of them has brought in a file, and what it did. */
export const fileImported = (
  view: View,
  { by, file, report }: Extract<Notice, { kind: 'file-imported' }>,
): Card => ({
  title: view.words.files.doneBy(by.name, file),
  blocks: [...told(view, report), { type: 'text', text: view.words.files.unexpected(by.name) }],
  place: 'here',
  locale: view.locale,
});

/** It was refused as a whole, and why. */
export const fileRefused = ({ words, locale }: View, { name }: Named, { refused }: FileRefused): Card => ({
  title: words.files.refused(name),
  blocks: [
    ...refused
      .slice(0, mostLines)
      .map((complaint) => ({ type: 'text', text: complain(words, complaint) }) as const),
    ...(refused.length > mostLines
      ? [{ type: 'text', text: words.files.more(refused.length - mostLines) } as const]
      : []),
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

/** Lines as many as stand together. */
const inParagraphs = (lines: ReportLine[]): ReportLine[][] =>
  Array.from({ length: Math.ceil(lines.length / mostLines) }, (_, at) =>
    lines.slice(at * mostLines, (at + 1) * mostLines),
  );

const paragraph = (words: View['words'], lines: ReportLine[]): Block => ({
  type: 'text',
  text: lines.map((line) => `• ${lineOf(words, line)}`).join('\n'),
});

/** What was done, as far as it has room: what it would do could be read to its end before. */
function told(view: View, report: FileReport): Block[] {
  const { words } = view;
  const { rows } = pageOf(inParagraphs(report.lines), 1, (lines) => [paragraph(words, lines)]);
  const rest = report.lines.length - rows.flat().length + (report.more ?? 0);
  return [
    ...reported(view, report, { rows, page: 1, pages: 1 }),
    ...(rest > 0 ? [{ type: 'text', text: words.files.more(rest), weak: true } as const] : []),
  ];
}

function reported(
  { words }: View,
  { kind, counts, package: pack }: FileReport,
  lines: Page<ReportLine[]>,
  turnTo?: (page: number) => Command,
): Block[] {
  const said = words.files;
  return [
    {
      type: 'facts',
      facts: [
        [said.kind, said.kinds[kind]],
        ...(pack ? [[said.forPackage, pack] as [string, string]] : []),
        ...counts.map(([what, count]): [string, string] => [said.counts[what], String(count)]),
      ],
    },
    ...lines.rows.map((some) => paragraph(words, some)),
    ...(turnTo ? pageBlocks(words, lines, turnTo) : []),
  ];
}

function lineOf(words: View['words'], line: ReportLine): string {
  const { files: said } = words;
  const { about, what, nearest, lookAlike, count, at } = line;
  const parts = [
    what === '' ? said.about[about] : words.labelled(said.about[about], subjectOf(words, line)),
    ...(nearest ? [said.nearest(nearest)] : []),
    ...(lookAlike ? [said.lookAlike] : []),
    ...(count > 1 ? [`${count} ×`] : []),
    ...(at.length > 0 ? [said.lines(at.join(', '), count > at.length)] : []),
  ];
  return parts.join(' · ');
}

/** Who or what a line is about, with what they may do and under which account. */
function subjectOf(words: View['words'], { about, what, role, under }: ReportLine): string {
  const { files: said } = words;
  const why = (said.why as Record<string, string>)[what];
  if (about === 'skipped' && why) return why;
  const may = role && [role.from, role.to].flatMap((one) => (one ? [said.roles[one]] : [])).join(' → ');
  if (under) return words.labelled(may ? words.aside(what, may) : what, under);
  return may ? words.labelled(what, may) : what;
}

/** Whoever may not bring in a file has given one: what is in it lies in the chat all the same. */
export function fileUnwanted({ words, locale }: View, refusal: Refusal): Card {
  const card = refused(locale, refusal);
  return { ...card, blocks: [...card.blocks, { type: 'text', text: words.files.pleaseDelete }] };
}
