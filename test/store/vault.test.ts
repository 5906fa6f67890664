import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connect } from '../../src/store/database';
import { KeysMissing, rewrap } from '../../src/store/keyring';
import { wrappingKeysFor } from '../../src/store/reach';
import { Sealed } from '../../src/store/sealed-text';
import { closedVault, type OpenVault, openVault } from '../../src/store/vault';
import { type TestDatabase, testDatabase } from '../support/database';

let database: TestDatabase;
let sql: Knex;
let vault: OpenVault;
const first = new Map([[1, Buffer.alloc(32, 7)]]);
const second = new Map([...first, [2, Buffer.alloc(32, 8)]]);
const about = { key: randomUUID(), benefit: randomUUID() };
const operator = { account: 'root' };
const now = new Date('2026-03-02T08:00:00Z');
const text = 'NJMXQ-FAKE1-PKWWT-GY6BH-9QTVB';

beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, 'unhurried', 2);
  vault = await openVault(sql, first, new Date());
});
afterAll(async () => {
  await sql?.destroy();
  await database?.drop();
});

/** The code with which a text is refused; undefined when it is opened. */
const refusal = (sealed: Buffer, of = about): Promise<unknown> =>
  vault.open(sealed, of).then(
    () => undefined,
    (error: unknown) => (error instanceof Sealed ? error.code : error),
  );
const changed = (sealed: Buffer, at: number): Buffer => {
  const copy = Buffer.from(sealed);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
};

describe('a sealed key is opened in its own row, whole and unchanged, or not at all', () => {
  const sealed = () => vault.seal(text, about);

  test('as it is', async () => {
    expect(await vault.open(sealed(), about)).toBe(text);
  });

  test('every sealing has a nonce of its own', () => {
    const nonces = Array.from({ length: 1_000 }, () => sealed().subarray(3, 15).toString('hex'));
    expect(new Set(nonces).size).toBe(1_000);
  });

  test('moved to another row, or to another benefit', async () => {
    expect(await refusal(sealed(), { ...about, key: randomUUID() })).toBe('not-authentic');
    expect(await refusal(sealed(), { ...about, benefit: randomUUID() })).toBe('not-authentic');
  });

  test('any one bit of nonce, tag or text is another', async () => {
    const one = sealed();
    for (let at = 3; at < one.length; at++) expect(await refusal(changed(one, at))).toBe('not-authentic');
  });

  test('the tag shortened, as Node would take it without a fixed length', async () => {
    const one = sealed();
    for (const kept of [0, 4, 8, 12, 15])
      expect(await refusal(Buffer.concat([one.subarray(0, 15 + kept), one.subarray(31)]))).toMatch(
        /^(malformed|not-authentic)$/,
      );
    expect(await refusal(one.subarray(0, 30))).toBe('malformed');
  });

  test('under a number for which there is no key; no other key is tried', async () => {
    const one = sealed();
    one.writeUInt16BE(9, 1);
    expect(await refusal(one)).toBe('unknown-key');
    expect(await refusal(changed(sealed(), 0))).toBe('malformed');
    expect(await refusal(Buffer.alloc(0))).toBe('malformed');
  });

  test('what is refused says nothing of the text', () => {
    expect(new Sealed('not-authentic').message).toBe('sealed text refused: not-authentic');
  });
});

describe('the keys of the database can be had with those of the settings, or a sentence says what is missing', () => {
  const why = async (wrapping: ReadonlyMap<number, Buffer>): Promise<unknown> =>
    openVault(sql, wrapping, new Date()).catch((error: unknown) => error);

  test('another key under the same number', async () => {
    const error = await why(new Map([[1, randomBytes(32)]]));
    expect(error).toBeInstanceOf(KeysMissing);
    expect(String(error)).toContain('Number 1 of the key encryption keys is not the one');
  });

  test('the number is not there', async () => {
    expect(String(await why(new Map([[4, randomBytes(32)]])))).toContain(
      'KEY_ENCRYPTION_KEYS has no number 1',
    );
  });

  test('no key at all', async () => {
    expect(String(await why(new Map()))).toContain('.data/key-encryption-key is gone');
  });

  test('the file beside the embedded database is made once, and no other in its place when it is lost', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'benefits-key-file-'));
    const there = () => wrappingKeysFor(undefined, { at: 'embedded', folder }, sql);
    expect(await there()).toEqual(new Map());
    expect(existsSync(join(folder, 'key-encryption-key'))).toBe(false);

    const kept = await sql('sealed_secrets').delete().returning('*');
    const made = await there();
    expect(made.get(1)).toHaveLength(32);
    expect(await there()).toEqual(made);
    await sql('sealed_secrets').insert(kept);
    rmSync(folder, { recursive: true });
  });

  test('a database that lost one of its own gets no new one in its place', async () => {
    const [row] = await sql('sealed_secrets').where({ purpose: 'audit' }).delete().returning('*');
    expect(await why(first)).toMatchObject({ missing: { is: 'incomplete' } });
    expect(await sql('sealed_secrets').where({ purpose: 'audit' })).toEqual([]);
    await sql('sealed_secrets').insert(row);
  });

  test('a closed vault opens nothing and guesses nothing', async () => {
    const closed = closedVault({ is: 'another', number: 1 });
    await expect(closed.open(vault.seal(text, about), about)).rejects.toMatchObject({ code: 'no-keyring' });
    expect([closed.codeFor('a delivery'), closed.chain]).toEqual([undefined, undefined]);
  });
});

test('the wrapping changes, and what is open stays open', async () => {
  const before = vault.seal(text, about);
  const fingerprint = vault.fingerprint(text);
  expect(await rewrap(sql, second, { operator, now })).toEqual({ number: 2, changed: 3, needless: [1] });
  expect(await rewrap(sql, second, { operator, now })).toEqual({ number: 2, changed: 0, needless: [1] });
  expect(await vault.open(before, about)).toBe(text);

  const onlyNew = await openVault(sql, new Map([[2, Buffer.alloc(32, 8)]]), new Date());
  expect(await onlyNew.open(before, about)).toBe(text);
  expect(onlyNew.fingerprint(text)).toEqual(fingerprint);
  expect(onlyNew.chain.digest('a row', 1)).toEqual(vault.chain.digest('a row', 1));
  await expect(openVault(sql, first, new Date())).rejects.toMatchObject({
    missing: { is: 'no-number', number: 2 },
  });
});
