import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** A difference as an export leaves it: somebody whom nobody here knows has a subscription in Microsoft's portal. Resolves with its id. */
export async function differing(sql: Knex, benefit: string, name: string): Promise<string> {
  const id = randomUUID();
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@contoso.example`;
  await sql('differences').insert({
    id,
    kind: 'gone',
    print: `gone|${benefit}|${email}`,
    benefit_id: benefit,
    subscriber_name: name,
    subscriber_email: email,
    quantity: 1,
    exported_on: '2026-11-20',
    found_at: new Date(),
  });
  return id;
}
