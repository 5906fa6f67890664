import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';

import { understand } from '../../../src/core/understand';

const folder = join(__dirname, '..', '..', '..', 'manifest', 'teams');
const appId = '11111111-2222-4333-8444-555555555555';

/** The package an admin uploads: what the script makes, opened again. */
describe('the Teams app package', () => {
  let made: string;
  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), 'teams-package-'));
  });
  afterAll(() => rmSync(made, { recursive: true, force: true }));

  const run = (script: string, ...args: string[]) =>
    execFileSync(process.execPath, [join(folder, script), ...args], { encoding: 'utf8', stdio: 'pipe' });
  const build = (name: string, ...args: string[]) => {
    const out = join(made, name);
    run('package.mjs', '--app-id', appId, '--out', out, ...args);
    return readFileSync(out);
  };

  test('holds a manifest that Microsoft accepts, and the two icons, and nothing else', () => {
    const files = unzip(
      build('a.zip', '--developer', 'Contoso "Partner" 公司', '--url', 'https://contoso.example'),
    );
    expect([...files.keys()]).toEqual(['manifest.json', 'zh-tw.json', 'color.png', 'outline.png']);
    const text = files.get('manifest.json')!.toString('utf8');
    expect(text).not.toContain('${{');
    const manifest = JSON.parse(text);
    expect(faultsOf(manifest)).toEqual([]);
    expect(faultsOf({ ...manifest, accentColor: 'teal' })).not.toEqual([]);
    expect(manifest).toMatchObject({
      manifestVersion: '1.19',
      id: appId,
      developer: { name: 'Contoso "Partner" 公司' },
      bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
    });
    expect(files.get('color.png')).toEqual(readFileSync(join(folder, 'color.png')));
  });

  test('says everything in Traditional Chinese too, as Microsoft lets it be said', () => {
    const chinese = read('zh-tw.json') as Record<string, string>;
    expect(faultsOf(chinese, 'Localization')).toEqual([]);
    expect(
      faultsOf({ ...chinese, 'bots[0].commandLists[0].commands[0].name': 'x' }, 'Localization'),
    ).not.toEqual([]);
    const { name, description, bots, composeExtensions } = read('manifest.json') as Json;
    const said = spoken({ name, description, bots, composeExtensions });
    expect(
      Object.keys(chinese)
        .filter((key) => key !== '$schema')
        .sort(),
    ).toEqual(said.map(([key]) => key).sort());
    // A word that stands there in English was forgotten.
    expect(
      Object.entries(chinese).filter(([key, text]) => key !== '$schema' && !/\p{Script=Han}/u.test(text)),
    ).toEqual([]);
  });

  test('offers commands in both languages that the bot understands, and the same ones', () => {
    const chinese = read('zh-tw.json') as Record<string, string>;
    const commands = spoken(read('manifest.json') as Json).filter(([key]) => /^bots.*title$/.test(key));
    expect(commands.length).toBeGreaterThan(9);
    for (const [key, title] of commands) {
      const meant = understand(title, []);
      expect([title, meant.is]).toEqual([title, 'command']);
      expect([chinese[key], understand(chinese[key] as string, [])]).toEqual([chinese[key], meant]);
    }
  });

  test('is the same, byte for byte, every time', () => {
    expect(build('b.zip').equals(build('c.zip'))).toBe(true);
  });

  test.each([
    [['--app-id', 'my bot'], '--app-id (or TEAMS_APP_ID) must be a GUID'],
    [['--app-id', appId, '--url', 'http://contoso.example'], '--url must begin with https://'],
    [['--app-id', appId, '--version', 'one'], '--version must look like 1.0.0'],
  ])('is not made from %j', (args, sentence) => {
    expect(() => run('package.mjs', ...args, '--out', join(made, 'd.zip'))).toThrow(sentence);
  });

  test('has icons of the right size, drawn by the script beside them', () => {
    run('icons.mjs', made);
    const [colour, outline] = ['color.png', 'outline.png'].map((name) => {
      const committed = picture(readFileSync(join(folder, name)));
      expect(committed).toEqual(picture(readFileSync(join(made, name))));
      return committed;
    });
    expect([colour!.width, colour!.height, outline!.width, outline!.height]).toEqual([192, 192, 32, 32]);
    const pixels = outline!.pixels.filter(([, , , alpha]) => alpha! > 0);
    expect(pixels.length).toBeGreaterThan(50);
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(colour!.pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });
});

/** What Microsoft's own schema has against a manifest; it comes with the package, nothing is fetched. */
function faultsOf(manifest: object, schema = ''): unknown {
  const judge = join(__dirname, 'validate-manifest.mjs');
  return JSON.parse(
    execFileSync(process.execPath, [judge, schema], { input: JSON.stringify(manifest), encoding: 'utf8' }),
  );
}

type Json = Record<string, unknown>;
const read = (name: string): object => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Everything in a manifest that a person reads, by the keys with which a language file names it. */
function spoken(node: unknown, path = ''): Array<[key: string, text: string]> {
  if (Array.isArray(node)) return node.flatMap((one, n) => spoken(one, `${path}[${n}]`));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node as Json).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const isRead = /^(name|description)\.\w+$/.test(at) || /\.(title|description)$/.test(at);
    return typeof value === 'string' ? (isRead ? [[at, value] as [string, string]] : []) : spoken(value, at);
  });
}

/** Reads a zip archive by its central directory, as those who receive it do. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  let at = archive.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  for (let n = 0; n < archive.readUInt16LE(end + 10); n += 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [sum, packed, length] = [16, 20, 24].map((place) => archive.readUInt32LE(at + place));
    const name = archive.toString('utf8', at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(start, start + packed!));
    expect([content.length, crc32(content)]).toEqual([length, sum]);
    files.set(name, content);
    at += 46 + archive.readUInt16LE(at + 28);
  }
  return files;
}

/** The pixels of a PNG of ours: one IDAT, RGBA, no filters. */
function picture(file: Buffer) {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const raw = inflateSync(file.subarray(41, 41 + file.readUInt32BE(33)));
  const pixels = Array.from({ length: width * height }, (_, n) => {
    const at = Math.floor(n / width) * (width * 4 + 1) + 1 + (n % width) * 4;
    return [...raw.subarray(at, at + 4)];
  });
  return { width, height, pixels };
}
