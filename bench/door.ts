import type { Knex } from 'knex';
import { type Handle, makeHandle } from '../src/handlers/handle';
import { connect } from '../src/store/database';
import { openStore } from '../src/store/open';
import { openVault } from '../src/store/vault';
import { idOf, senderOf } from './rows';
import { wrappingKey } from './server';

/** The door of a bot without chats, with a pool of its own. */
export interface Door {
  sql: Knex;
  handle: Handle;
  /** The approver presses Approve on request n. Rejects when the answer is anything but a handed-over key. */
  approve(nth: number): Promise<void>;
  close(): Promise<void>;
}

export async function openDoor(url: string): Promise<Door> {
  const sql = connect(url, 'answering');
  const vault = await openVault(sql, new Map([[1, wrappingKey]]), new Date());
  const handle = makeHandle({
    store: openStore(sql, vault, new Set()),
    now: () => new Date(),
    changed() {},
    report(trouble, _incident, error) {
      console.error(trouble, error);
    },
  });
  const approver = senderOf('approver', 1);
  return {
    sql,
    handle,
    async approve(nth) {
      const request = idOf('request', nth);
      const { card } = await handle({ type: 'approve', request, version: 1 }, approver, `press-${request}`);
      if (!JSON.stringify(card).includes('Approved and delivered'))
        throw new Error(`request ${nth} was not approved: ${JSON.stringify(card)}`);
    },
    close: () => sql.destroy(),
  };
}
