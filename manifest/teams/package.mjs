// Makes the package that an admin uploads in the Teams admin centre:
//   node manifest/teams/package.mjs --app-id <GUID of the bot registration> [--developer <name>] [--url <https address>]
//     [--version 1.0.0] [--out dist/teams-app.zip]
// The same words always make the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const { values: given } = parseArgs({
  options: {
    'app-id': { type: 'string', default: process.env.TEAMS_APP_ID ?? '' },
    developer: { type: 'string', default: 'Your company' },
    url: { type: 'string', default: 'https://www.example.com' },
    version: { type: 'string', default: '1.0.0' },
    out: { type: 'string', default: join(here, '..', '..', 'dist', 'teams-app.zip') },
  },
});

const wrong = [
  [
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(given['app-id']),
    '--app-id (or TEAMS_APP_ID) must be a GUID',
  ],
  [/^https:\/\/\S+$/.test(given.url), '--url must begin with https://'],
  [/^\d+\.\d+\.\d+$/.test(given.version), '--version must look like 1.0.0'],
].find(([right]) => !right);
if (wrong) {
  console.error(wrong[1]);
  process.exit(1);
}

const words = {
  TEAMS_APP_ID: given['app-id'].toLowerCase(),
  DEVELOPER_NAME: given.developer,
  DEVELOPER_URL: given.url,
  VERSION: given.version,
};
const manifest = readFileSync(join(here, 'manifest.json'), 'utf8').replace(/\$\{\{(\w+)\}\}/g, (_, name) =>
  JSON.stringify(words[name]).slice(1, -1),
);

mkdirSync(dirname(given.out), { recursive: true });
writeFileSync(
  given.out,
  zip([
    ['manifest.json', Buffer.from(manifest)],
    ['zh-tw.json', readFileSync(join(here, 'zh-tw.json'))],
    ['color.png', readFileSync(join(here, 'color.png'))],
    ['outline.png', readFileSync(join(here, 'outline.png'))],
  ]),
);
console.log(given.out);

/** A zip archive, every file deflated and dated 1 January 1980, the first day such an archive knows (APPNOTE.TXT 6.3, 4.3 and 4.4). */
function zip(files) {
  let offset = 0;
  const entries = files.map(([name, content]) => {
    const packed = deflateRawSync(content, { level: 9 });
    // Version needed 2.0, no flags, deflate, time 0, date 1980-01-01.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    offset += local.length;
    const central = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
      facts,
      rest,
      Buffer.from(name),
    ]);
    return { local, central };
  });
  const directory = Buffer.concat(entries.map(({ central }) => central));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.map(({ local }) => local), directory, end]);
}
