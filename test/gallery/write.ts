import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { examples } from './examples';
import { galleryOf } from './gallery';

/** `npm run gallery [-- --out <file>]`: every card in one page, into `.data/gallery.html` unless another file is named. */
const { values } = parseArgs({ options: { out: { type: 'string' } } });
const file = resolve(values.out ?? join(__dirname, '..', '..', '.data', 'gallery.html'));
const all = examples();
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, galleryOf(all));
console.log(`${all.length} drawings of cards, each for Slack and for Teams: ${file}`);
