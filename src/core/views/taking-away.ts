import type { Button } from '../card';
import type { Request } from '../request';
import type { Words } from '../words';

/** Buttons that take something away at once, without a form: a platform that can asks once more before. */

/** Takes a request back. */
export const cancelButton = (words: Words, { id, benefit }: Request, about: string): Button => ({
  label: words.buttons.cancelRequest,
  about,
  style: 'danger',
  confirm: { ...words.confirm.cancel, text: words.confirm.cancel.text(benefit.name) },
  press: { type: 'cancel', request: id },
});

/** Leaves what is kept for somebody to the next one. */
export const leaveButton = (words: Words, { id, benefit }: Request, about: string): Button => ({
  label: words.buttons.leave,
  about,
  confirm: { ...words.confirm.leave, text: words.confirm.leave.text(benefit.name) },
  press: { type: 'decline', request: id },
});
