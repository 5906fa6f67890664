import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: the nearest one above this file with a package.json, compiled or not. */
export const projectFolder = (from = __dirname): string =>
  existsSync(join(from, 'package.json')) ? from : projectFolder(dirname(from));

/** Where this installation keeps what it makes, below the folder it is started in; the bot keeps its own things there too. */
export const dataFolder = '.data';
