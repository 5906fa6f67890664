import { tellAll } from '../core/change';
import { type FileKind, type HeldFile, inShort, mostOfAFile } from '../core/file';
import { nothingSaid, withUnknown } from '../core/file-names';
import { adminsOf } from '../core/person';
import { mayNotDoTasks } from '../core/task';
import { fileDone, fileRead, fileRefused, fileUnwanted, readingFile, whichKind } from '../core/views/files';
import { type Here, no, type Shown, type Verb } from './verb';

/** A file lies in the private chat of somebody. Only an admin's is fetched; of anybody else's not a byte is read. */
export const offerFile: Verb<'offer-file'> = async (here, { name, size, several }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return fileUnwanted(here.view, obstacle);
  if (!here.ledger.canKeepFiles()) return no(here, { why: 'keys-missing' });
  if (several) return no(here, { why: 'one-file-please' });
  if (size !== undefined && size > mostOfAFile) return no(here, tooLarge);
  return { card: readingFile(here.view, name), wantsFile: true };
};

const tooLarge = { why: 'file-too-large', most: mostOfAFile / 1024 / 1024 } as const;

/** The file was fetched: what it would do is found out by doing it and taking it back. It is kept, sealed, until Import or for a while. */
export const readFile: Verb<'read-file'> = async (here, { name, content }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  if (content === 'unreachable') return no(here, { why: 'file-unreachable' });
  if (content === 'too-large' || content.length > mostOfAFile) return no(here, tooLarge);
  const file = { id: here.newId(), name, content, meanings: nothingSaid };
  const kind = await here.ledger.kindOfFile(content);
  if (typeof kind === 'object') return here.answer(fileRefused(here.view, file, kind));
  await here.ledger.keepFile({ ...file, kind }, here.speaker.id, here.now);
  return kind ? tryOut(here, { ...file, kind }) : here.answer(whichKind(here.view, file));
};

/** Whoever sent it says what kind of file it is, or for which of several packages it is to be looked at. */
export const fileKind: Verb<'file-kind'> = async (here, { file: id, kind, package: pack, page }) => {
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const file = await here.ledger.heldFile(id, here.speaker.id, here.now);
  if (!file) return no(here, { why: 'file-gone' });
  // What a file is was told by its content, or said once: a card that says Import never does something else than it shows.
  if (file.kind) return tryOut(here, { ...file, kind: file.kind }, pack, page);
  await here.ledger.sayKind(id, kind);
  return tryOut(here, { ...file, kind }, pack);
};

/** Tries a file out as it was given, and shows what it would do. Which of its names nobody knew is remembered, since buttons speak of them. */
export async function tryOut(
  here: Here,
  file: HeldFile & { kind: FileKind },
  pack?: string,
  page?: number,
): Promise<Shown> {
  const { ledger, view, now } = here;
  const all = ['membership', 'keys'].includes(file.kind) ? await ledger.packagesFor(now) : [];
  const packages = [...all.filter(({ id }) => id === pack), ...all.filter(({ id }) => id !== pack)];
  const report = await ledger.tryFile(file, packages[0]?.id, here.speaker.id, now);
  if ('refused' in report) {
    await ledger.dropFile(file.id);
    return here.answer(fileRefused(view, file, report));
  }
  const meanings = withUnknown(file.meanings, report);
  if (meanings !== file.meanings) await ledger.sayMeanings(file.id, meanings);
  return here.answer(fileRead(view, { ...file, meanings }, report, packages, page));
}

/**
 * Does what was read: all of it, or nothing. Everybody else who was an admin before it is told: also whoever is none after it.
 */
export const importFile: Verb<'import-file'> = async (here, { file: id, package: pack, said = 0 }) => {
  const { ledger, view, now } = here;
  const obstacle = mayNotDoTasks(here.speaker);
  if (obstacle) return no(here, obstacle);
  const file = await ledger.heldFile(id, here.speaker.id, now);
  if (!file?.kind) return no(here, { why: 'file-gone' });
  const { kind } = file;
  // An older card of the same file shows something else than would be done.
  if (said !== file.meanings.said) return tryOut(here, { ...file, kind });
  // Only what a card could offer: a package that has ended takes nothing any more.
  const isThere = pack === undefined || (await ledger.packagesFor(now)).some((one) => one.id === pack);
  if (!isThere) return tryOut(here, { ...file, kind });
  const { id: byId, name: byName } = here.speaker;
  const others = adminsOf(await ledger.deciders()).filter((admin) => admin.id !== byId);
  const report = await ledger.bringIn({ ...file, kind }, pack, byId, now);
  await ledger.dropFile(id);
  if ('refused' in report) return here.answer(fileRefused(view, file, report));
  const done = fileDone(view, file, report);
  if (!report.writes) return here.answer(done);
  const notices = tellAll(others, id, {
    kind: 'file-imported',
    by: { id: byId, name: byName },
    file: file.name,
    report: inShort(report),
  });
  return here.record({ steps: [], notices, audit: [] }, done);
};
