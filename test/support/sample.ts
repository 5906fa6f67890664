import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importKeysVerb } from '../../src/cli/import-keys';
import { importMembershipVerb } from '../../src/cli/import-membership';
import { importPeopleVerb } from '../../src/cli/import-people';
import type { Verb } from '../../src/cli/verb';
import { everybody, type Figure } from './people';

export interface SampleBenefit {
  category: string;
  benefit: string;
  quantity: number;
  unit: string;
  delivery: string;
  instructions?: string;
  instructions_zh?: string;
  languages?: string;
  systems?: string;
  download_url?: string;
}
export interface SampleKey {
  benefit: string;
  key: string;
  key_type: string;
  seats?: number;
}
export interface Sample {
  people?: Figure[];
  benefits?: SampleBenefit[];
  keys?: SampleKey[];
}

/** Goes through every story: where it is found outside its holder's window, a key has leaked. */
export const canary = 'CNRY7-FAKE7-Q2W3R-T4Y6P-BDFGH';

export const benefits: SampleBenefit[] = [
  {
    category: 'software',
    benefit: 'Windows Server 2025 Standard',
    quantity: 16,
    unit: 'core',
    delivery: 'key',
    instructions: 'Install from the image, then enter the key in Settings, Activation.',
    instructions_zh: '先以映像檔安裝，再到「設定」的「啟用」輸入金鑰。',
    languages: 'English; Chinese (Traditional)',
    systems: 'x64; arm64',
    download_url: 'https://download.contoso.example/ws2025/{language}/{system}.iso',
  },
  { category: 'software', benefit: 'Visio Professional 2024', quantity: 2, unit: 'licence', delivery: 'key' },
  { category: 'software', benefit: 'SQL Server 2022 Standard', quantity: 2, unit: 'core', delivery: 'key' },
  { category: 'software', benefit: 'Windows Server CAL', quantity: 10, unit: 'CAL', delivery: 'none' },
  {
    category: 'cloud',
    benefit: 'Microsoft Azure credit',
    quantity: 100,
    unit: 'USD per month',
    delivery: 'assign',
  },
  { category: 'cloud', benefit: 'Office 365 E3', quantity: 5, unit: 'seat', delivery: 'key' },
  {
    category: 'visual-studio',
    benefit: 'Visual Studio Enterprise Subscription',
    quantity: 3,
    unit: 'subscription',
    delivery: 'assign',
  },
  {
    category: 'support',
    benefit: 'Product support incidents',
    quantity: 10,
    unit: 'incident',
    delivery: 'assign',
  },
];

const keys: SampleKey[] = [
  { benefit: 'Windows Server 2025 Standard', key: canary, key_type: 'mak', seats: 16 },
  { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
  { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE3-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
  { benefit: 'SQL Server 2022 Standard', key: 'SQLST-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'static' },
  { benefit: 'Office 365 E3', key: 'CFFCE-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'token', seats: 5 },
];

/** Fills a fresh database as an admin would: with the files and the `benefits import` command. */
export async function importSample(env: Record<string, string>, sample: Sample): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'benefits-sample-'));
  try {
    const run = async (verb: Verb, file: string, text: string, options: Record<string, string> = {}) => {
      const path = join(folder, file);
      await writeFile(path, text);
      const { ok, text: summary } = await verb.run({ words: [path], options, env, say: () => {} });
      if (!ok) throw new Error(summary);
    };
    const people = (sample.people ?? everybody).map((one) => ({
      name: one.name,
      email: one.email,
      role: one.role,
      manager_email: one.manager ?? '',
      groups: (one.groups ?? []).join('; '),
      slack_id: one.unnamed ? '' : one.slackId,
      teams_id: one.unnamed ? '' : one.teamsId,
    }));
    await run(importPeopleVerb, 'people.csv', csv(people));
    await run(importMembershipVerb, 'membership.csv', csv(sample.benefits ?? benefits), {
      package: 'Partner Success Core',
      'partner-id': '1234567',
      'account-email': 'partner@contoso.example',
      starts: '2020-01-01',
      ends: '2099-12-31',
    });
    const stock = sample.keys ?? keys;
    if (stock.length > 0) await run(importKeysVerb, 'keys.csv', csv(stock));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Rows as CSV, every cell quoted; the columns are all that any row has. */
function csv(rows: object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    columns.map((name) => cell((row as Record<string, unknown>)[name])).join(','),
  );
  return [columns.join(','), ...lines].join('\n');
}
