import { breaches } from './boundaries';
import { files, textOf } from './files';

const sources = files.filter((path) => /\.(ts|mjs|cjs|js)$/.test(path) && !path.startsWith('stubs/'));

test('imports point one way', () => {
  expect(sources.length).toBeGreaterThan(200);
  const found = sources.flatMap((path) => breaches(path, textOf(path)).map((breach) => `${path}: ${breach}`));
  expect(found).toEqual([]);
});

/** The checker sees what it is there to see. */
describe('a breach is found', () => {
  test.each<[path: string, source: string, breach: string]>([
    ['src/core/ask.ts', "import { store } from '../store/open';", 'src/core imports src/store'],
    [
      'src/core/views/list.ts',
      "import type { Sender } from '../../store/store';",
      'src/core imports src/store',
    ],
    ['src/core/ask.ts', "import { randomUUID } from 'node:crypto';", 'core imports node:crypto'],
    ['src/core/ask.ts', "export * from 'pg';", 'core imports pg'],
    ['src/core/ask.ts', "type T = import('knex').Knex;", 'core imports knex'],
    ['src/core/ask.ts', 'const at = Date.now();', 'core reaches for Date.now'],
    ['src/core/ask.ts', 'const at = new Date();', 'core reaches for new Date()'],
    ['src/core/ask.ts', 'const at = Date();', 'core reaches for Date()'],
    ['src/core/ask.ts', 'const one = Math.random();', 'core reaches for Math.random'],
    ['src/core/ask.ts', 'const one = crypto.randomUUID();', 'core reaches for crypto'],
    ['src/core/ask.ts', 'const { env } = process;', 'core reaches for process'],
    ['src/core/ask.ts', 'const zone = process.env.TZ;', 'core reaches for process'],
    ['src/core/ask.ts', 'setTimeout(() => 1, 5);', 'core reaches for setTimeout'],
    ['src/core/ask.ts', 'globalThis.Date;', 'core reaches for globalThis'],
    ['src/store/record.ts', "import { handle } from '../handlers/handle';", 'src/store imports src/handlers'],
    ['src/handlers/ask.ts', "import { slack } from '../bot/slack';", 'src/handlers imports src/bot/slack'],
    [
      'src/handlers/ask.ts',
      "import { openStore } from '../store/open';",
      'handlers import more than types of the store',
    ],
    [
      'src/handlers/ask.ts',
      "import { type Store, openStore } from '../store/open';",
      'handlers import more than types of the store',
    ],
    ['src/handlers/ask.ts', "const knex = require('knex');", 'knex is imported outside of its own folder'],
    ['src/bot/teams/hear.ts', "import { view } from '../slack/view';", 'src/bot/teams imports src/bot/slack'],
    ['src/bot/courier.ts', "import { view } from './slack/view';", 'src/bot imports src/bot/slack'],
    ['src/bot/http.ts', "import pg from 'pg';", 'pg is imported outside of its own folder'],
    [
      'src/bot/http.ts',
      "import { App } from '@slack/bolt';",
      '@slack/bolt is imported outside of its own folder',
    ],
    ['src/bot/slack/hear.ts', "import 'botbuilder';", 'botbuilder is imported outside of its own folder'],
    ['src/main.ts', "void import('@slack/web-api');", '@slack/web-api is imported outside of its own folder'],
    [
      'src/bot/teams/hear.ts',
      "import { Application } from '@microsoft/teams-ai';",
      'the index of teams-ai is imported, which loads all of it',
    ],
    [
      'src/bot/teams/hear.ts',
      "require('@microsoft/teams-ai/lib/index.js');",
      'the index of teams-ai is imported, which loads all of it',
    ],
    [
      'src/bot/http.ts',
      'const name = "./x"; import(name);',
      'imports something that only shows when it runs',
    ],
    ['src/main.ts', "import { createSlack } from '../playground/slack';", 'src imports playground'],
    ['src/cli.ts', "import { testDatabase } from '../test/support/database';", 'src imports test'],
    ['playground/main.ts', "import { Command } from '../src/core/command';", 'playground imports src/core'],
    [
      'playground/main.ts',
      "import { WebClient } from '@slack/web-api';",
      '@slack/web-api is imported outside of its own folder',
    ],
    ['playground/page/main.js', "import '../../test/support/people';", 'playground imports test'],
    ['bench/list.ts', "import { openCompany } from '../test/support/company';", 'bench imports test'],
    ['migrations/1.ts', "import { connect } from '../src/store/database';", 'migrations imports src/store'],
    [
      'src/exports/csv.ts',
      "import { readTable } from '../imports/csv-table';",
      'src/exports imports src/imports',
    ],
    ['src/imports/keys.ts', "import { connect } from '../store/database';", 'src/imports imports src/store'],
  ])('%s: %s', (path, source, breach) => {
    expect(breaches(path, source)).toEqual([breach]);
  });
});

test.each([
  ['src/core/ask.ts', "import { z } from 'zod'; import { left } from './benefit'; // import pg from 'pg'"],
  [
    'src/core/ask.ts',
    "const text = 'process.env and Date.now()'; const day = new Date('2026-11-20'); class process2 {}",
  ],
  ['src/core/ask.ts', 'const one = { process: 1 }; one.process; type T = { crypto: string };'],
  [
    'src/handlers/ask.ts',
    "import type { Ledger } from '../store/open'; import { type Store } from '../store/open';",
  ],
  ['src/bot/slack/hear.ts', "import { App } from '@slack/bolt'; import { turn } from '../turn';"],
  ['src/bot/teams/index.ts', "import { Application } from '@microsoft/teams-ai/lib/Application.js';"],
  ['src/store/open.ts', "import knex from 'knex'; import { migrations } from '../../migrations';"],
  ['test/core/ask.test.ts', "import { ask } from '../../src/core/ask'; import pg from 'pg';"],
])('%s may say: %s', (path, source) => {
  expect(breaches(path, source)).toEqual([]);
});
