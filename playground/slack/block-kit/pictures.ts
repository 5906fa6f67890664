import { type Files, kindOf } from '../files';
import { Refusal } from '../refusal';
import { isObject, type Json } from './block';
import { pointers } from './message';

/**
 * Refuses blocks with a picture that is no file of this workspace, is no image, or has not been looked at yet.
 * docs.slack.dev/reference/block-kit/composition-objects/slack-file-object; the words as in slackapi/python-slack-sdk#1658
 */
export function refuseStrangeFiles(blocks: unknown, at: string, files: Files, now: number): void {
  const messages = (Array.isArray(blocks) ? blocks : []).flatMap((block: unknown, nth) => {
    const given = isObject(block) && block.type === 'image' ? block.slack_file : undefined;
    if (given === undefined) return [];
    const { id } = given as Json;
    const file = typeof id === 'string' ? files.find(id) : undefined;
    return file && kindOf(file, now).startsWith('image/')
      ? []
      : [`invalid slack file [json-pointer:${at}/${nth}/slack_file]`];
  });
  if (messages.length > 0) throw new Refusal('invalid_blocks', { errors: messages, ...pointers(messages) });
}
