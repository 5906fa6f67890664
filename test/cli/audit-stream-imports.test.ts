import { sealNext } from '../../src/store/seal/seal';
import { type ImportDesk, key, openImportDesk } from '../store/imports-desk';
import { wrappingKey } from '../support/company';
import { type Desk, openDesk } from './command';

let imports: ImportDesk;
let desk: Desk;
/** What the newest import of keys noted. */
let noted: Record<string, unknown>;

beforeAll(async () => {
  imports = await openImportDesk();
  desk = await openDesk({ DATABASE_URL: imports.url, KEY_ENCRYPTION_KEYS: wrappingKey });
  await imports.membership(
    ['software,Windows 11 Enterprise,10,licence,key', 'software,Visio Professional 2021,2,licence,key'].join(
      '\n',
    ),
  );
  await imports.keys(`Windows 11 Enterprise,${key(1)},retail,`);
  const rows = [
    `Windows 11 Enterprise,${key(2)},retail,`,
    `Visio Pro,${key(3)},retail,`,
    `Visio Pro,${key(1)},retail,`,
    `Windows Eleven,${key(1)},retail,`,
    `Windows Eleven,${key(4)},retail,`,
  ];
  const { under } = await imports.keys(rows.join('\n'), {
    create: true,
    knownStay: true,
    aliases: [{ product: 'Visio Pro', benefit: 'Visio Professional 2021' }],
  });
  noted = {
    new: 3,
    changed: 1,
    under,
    meant: [{ name: 'Visio Pro', benefit: 'Visio Professional 2021', rows: 2 }],
    made: [{ name: 'Windows Eleven', quantity: 1 }],
    known: [{ name: 'Windows Eleven', under: ['Windows 11 Enterprise'], rows: 1 }],
  };
  expect(under.map(({ name }) => name).sort()).toEqual([
    'Visio Professional 2021',
    'Windows 11 Enterprise',
    'Windows Eleven',
  ]);
  await sealNext(imports.sql, imports.vault.chain, new Date());
}, 240_000);
afterAll(async () => {
  await desk?.close();
  await imports?.close();
});

const lastLine = async (format: string) => {
  const { code, out } = await desk.runPlain('audit', 'stream', '--format', format);
  expect(code).toBe(0);
  expect(out).not.toContain('FAKE');
  return JSON.parse(out.trimEnd().split('\n').at(-1) as string);
};

test('an auditor reads what an import of keys did: where keys went, what names meant, what was made, and what stayed', async () => {
  expect(await lastLine('json')).toMatchObject({ type: 'import.keys', data: { details: noted } });
});

test('and so does a collector of security events', async () => {
  expect(await lastLine('ocsf')).toMatchObject({
    class_uid: 3004,
    message: 'import.keys',
    entity: { type: 'import' },
    unmapped: { action: 'import.keys', details: noted },
  });
});
