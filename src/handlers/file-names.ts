import type { FileKind, HeldFile } from '../core/file';
import { type Meanings, meantBy, withMaking, withMeaning } from '../core/file-names';
import type { Refusal } from '../core/refusal';
import { mayNotDoTasks } from '../core/task';
import { formForName } from '../core/views/file-names';
import { tryOut } from './files';
import type { DrawnLists } from './list';
import { benefitChoices, choiceOf } from './pick';
import { type Here, no, type Shown, type Verb } from './verb';

/** Opens the form in which an admin says what a name of their file means; what is called most like it stands first. */
export const nameFormWith =
  (lists: DrawnLists): Verb<'name-form'> =>
  async (here, { file: id, name: at }) => {
    const found = await theirFile(here, id);
    if ('why' in found) return no(here, found);
    const meant = found.meanings.names[at];
    if (!meant) return no(here, { why: 'file-gone' });
    return formForName(here.view, found, at, await benefitChoices(lists, here, meantBy(found.kind), ''));
  };

/** A name means a benefit: the file is tried out again with it. */
export const nameMeansWith =
  (lists: DrawnLists): Verb<'name-means'> =>
  async (here, { file: id, name: at, benefit }) => {
    const found = await theirFile(here, id);
    if ('why' in found) return no(here, found);
    const choice = await choiceOf(lists, here, meantBy(found.kind), benefit);
    if (!choice) return no(here, { why: 'gone' });
    const meanings = withMeaning(found.meanings, at, choice);
    return meanings ? again(here, found, meanings) : no(here, { why: 'file-gone' });
  };

/** Benefits are made for all names that are left, or are not: the file is tried out again. */
export const makeBenefits: Verb<'make-benefits'> = async (here, { file: id, make }) => {
  const found = await theirFile(here, id);
  return 'why' in found ? no(here, found) : again(here, found, withMaking(found.meanings, make));
};

type Known = HeldFile & { kind: FileKind };

async function again(here: Here, file: Known, meanings: Meanings): Promise<Shown> {
  await here.ledger.sayMeanings(file.id, meanings);
  return tryOut(here, { ...file, meanings });
}

/** The file that the speaker gave, locked, if it is still kept and they may bring files in. */
async function theirFile({ ledger, speaker, now }: Here, id: string): Promise<Known | Refusal> {
  const obstacle = mayNotDoTasks(speaker);
  if (obstacle) return obstacle;
  const file = await ledger.heldFile(id, speaker.id, now);
  return file?.kind ? { ...file, kind: file.kind } : { why: 'file-gone' };
}
