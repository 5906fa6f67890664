import { Client } from 'pg';
import { idOf, idStart, type Kind } from './rows';

/** A value of a statement as the nth claim has it. */
type Value =
  | { is: 'constant'; value: unknown }
  /** Text around an id that carries the number of the claim. */
  | { is: 'numbered'; before: string; kind: Kind; after: string }
  /** What an earlier statement of the same claim returned. */
  | { is: 'column'; statement: number; column: string }
  /** Where the search for a free unit begins: a little below the last one found. */
  | { is: 'mark' };

/** One statement of a claim. */
interface Statement {
  text: string;
  values: Value[];
}

/** All that one claim sends to the database, fit to be sent again for another one. */
export type Claim = Statement[];

interface Sent {
  text: string;
  values: unknown[];
  rows: Array<Record<string, unknown>>;
}

/** Watches what pg sends while the work runs; statements of one connection only. */
async function sentDuring(work: () => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const query = Client.prototype.query as (...words: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, statement: unknown, ...rest: unknown[]) {
    const { text, values } =
      typeof statement === 'string'
        ? { text: statement, values: rest[0] }
        : (statement as { text: string; values?: unknown });
    const entry: Sent = { text, values: Array.isArray(values) ? values : [], rows: [] };
    sent.push(entry);
    const callback = rest.at(-1);
    if (typeof callback === 'function')
      rest[rest.length - 1] = (error: unknown, result: { rows?: Sent['rows'] }) => {
        entry.rows = result?.rows ?? [];
        callback(error, result);
      };
    return query.call(this, statement, ...rest);
  } as typeof Client.prototype.query;
  try {
    await work();
  } finally {
    Client.prototype.query = query as typeof Client.prototype.query;
  }
  return sent;
}

const anyId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Learns the statements of claim `nth` by letting it happen. Call it when names of statements are known to the connection. */
export async function learn(nth: number, claim: () => Promise<void>): Promise<Claim> {
  const sent = await sentDuring(claim);
  return sent.map(({ text, values }, at) => ({
    text: text.replace(/;$/, ''),
    values: values.map((value, place): Value => {
      if (new RegExp(`pos > \\$${place + 1}\\b`).test(text)) return { is: 'mark' };
      if (typeof value !== 'string' && typeof value !== 'number') return { is: 'constant', value };
      for (const kind of ['request', 'employee'] as const) {
        const [before, after] = String(value).split(idOf(kind, nth));
        if (before !== undefined && after !== undefined) return { is: 'numbered', before, kind, after };
      }
      const isId = anyId.test(String(value));
      for (let earlier = at - 1; earlier >= 0; earlier--) {
        const { text: asked, rows } = sent[earlier] as Sent;
        // A number may be the same by chance; the one that counts is a unit's.
        if (rows.length !== 1 || !(isId || /\bunits\b/.test(asked))) continue;
        const [column] =
          Object.entries(rows[0] ?? {}).find(
            ([name, known]) => (isId || /^(unit_)?id$/.test(name)) && String(known) === String(value),
          ) ?? [];
        if (column) return { is: 'column', statement: earlier, column };
      }
      // An id that was made for this claim: of the holding that came into being.
      if (isId) return { is: 'numbered', before: '', kind: 'holding', after: '' };
      return { is: 'constant', value };
    }),
  }));
}

/** As far below the last unit found as others may be that were skipped while locked. */
const margin = 2_000;

/**
 * The claims as a script of pgbench: claim `base + client * each + i` at the ith time. Constants are handed over as variables, as pgbench sends
 * only those apart from the text.
 */
export function pgbenchScript(claim: Claim): { script: string; variables: Record<string, string> } {
  const variables: Record<string, string> = { i: '0', mark: '0' };
  const looksUp = new Set(
    claim.flatMap(({ values }) =>
      values.flatMap((value) => (value.is === 'column' ? [value.statement] : [])),
    ),
  );
  const { prepareValue } = require('pg/lib/utils') as { prepareValue(value: unknown): string | null };
  const lines = ['\\set i :i + 1', '\\set n :base + :client_id * :each + :i'];
  claim.forEach(({ text, values }, at) => {
    const sql = text
      .replace(/\$(\d+)/g, (_, place: string) => {
        const value = values[Number(place) - 1] as Value;
        switch (value.is) {
          case 'mark':
            return ':mark';
          case 'column':
            return `:s${value.statement}_${value.column}`;
          case 'numbered': {
            const text = `('${value.before}${idStart(value.kind)}' || lpad((:n)::text, 12, '0') || '${value.after}')`;
            return value.before ? text : `${text}::uuid`;
          }
          case 'constant': {
            const prepared = prepareValue(value.value);
            if (prepared === null) return 'null';
            variables[`c${at}_${place}`] = prepared;
            return `:c${at}_${place}`;
          }
        }
      })
      .replace(/\s+/g, ' ')
      .trim();
    lines.push(looksUp.has(at) ? `${sql} \\gset s${at}_` : `${sql};`);
    if (values.some(({ is }) => is === 'mark')) lines.push(`\\set mark :s${at}_pos - ${margin}`);
  });
  return { script: `${lines.join('\n')}\n`, variables };
}

/** The claims of numbers `from` to below `to`, sent by this process over one connection, one after the other and with named statements. */
export async function replay(claim: Claim, client: Client, from: number, to: number): Promise<void> {
  let mark = 0;
  for (let nth = from; nth < to; nth++) {
    const rows: Array<Record<string, unknown>> = [];
    for (const [at, { text, values }] of claim.entries()) {
      const bound = values.map((value) => {
        switch (value.is) {
          case 'mark':
            return mark;
          case 'column':
            return rows[value.statement]?.[value.column];
          case 'numbered':
            return value.before + idOf(value.kind, nth) + value.after;
          case 'constant':
            return value.value;
        }
      });
      const result = await client.query(
        bound.length > 0 ? { name: `claim${at}`, text, values: bound } : text,
      );
      rows.push(result.rows[0] ?? {});
      if (values.some(({ is }) => is === 'mark')) mark = Number(result.rows[0]?.pos) - margin;
    }
  }
}
