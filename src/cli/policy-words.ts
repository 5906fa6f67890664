import { type Asked, BadCommand } from './verb';

/** The one file a verb about rules is given. */
export function fileAmong({ words: [path, ...more] }: Pick<Asked, 'words'>): string {
  if (path === undefined) throw new BadCommand('Which file? Its name is missing.');
  if (more.length > 0) throw new BadCommand('One file at a time, please.');
  return path;
}

/** A whole number that an option gives; undefined where it is left out. */
export function numberAmong(
  { options }: Pick<Asked, 'options'>,
  name: string,
  most: number,
): number | undefined {
  const said = options[name];
  if (said === undefined) return undefined;
  const number = typeof said === 'string' && /^\d{1,9}$/.test(said) ? Number(said) : 0;
  if (number < 1 || number > most)
    throw new BadCommand(`--${name} takes a whole number from 1 to ${most.toLocaleString('en-GB')}.`);
  return number;
}
