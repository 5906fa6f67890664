import { randomUUID } from 'node:crypto';
import type { Config } from '../../src/config';
import { connect } from '../../src/store/database';
import { wrappingKeysFor } from '../../src/store/reach';
import { openVault } from '../../src/store/vault';
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

export const keys: SampleKey[] = [
  { benefit: 'Windows Server 2025 Standard', key: canary, key_type: 'mak', seats: 16 },
  { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
  { benefit: 'Visio Professional 2024', key: 'VSWPR-FAKE3-9QK7M-C3XJT-4HRBD', key_type: 'retail' },
  { benefit: 'SQL Server 2022 Standard', key: 'SQLST-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'static' },
  { benefit: 'Office 365 E3', key: 'CFFCE-FAKE2-9QK7M-C3XJT-4HRBD', key_type: 'token', seats: 5 },
];

/** Fills a fresh database with people, a membership and its keys. */
export async function importSample(config: Config, sample: Sample): Promise<void> {
  if (config.database.at !== 'url') throw new Error('stories have a database of their own');
  const database = connect(config.database.url, 'importing', 2);
  const vault = await openVault(database, wrappingKeysFor(config.wrappingKeys, config.database), new Date());
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  await database('people').insert(
    (sample.people ?? everybody).map((one) => ({
      id: randomUUID(),
      name: one.name,
      email: one.email,
      role: one.role,
      imported: true,
      slack_id: one.slackId,
      teams_id: one.teamsId,
      first_seen_at: new Date(),
    })),
  );
  const pack = randomUUID();
  await database('packages').insert({
    id: pack,
    name: 'Partner Success Core',
    partner_id: '1234567',
    starts: '2020-01-01',
    ends: '2099-12-31',
  });
  const ids = new Map<string, { id: string; pool: string }>();
  for (const [position, row] of (sample.benefits ?? benefits).entries()) {
    const one = { id: randomUUID(), pool: randomUUID() };
    ids.set(row.benefit, one);
    await database('benefits').insert({
      id: one.id,
      package_id: pack,
      position,
      category: row.category,
      name: row.benefit,
      name_key: row.benefit.toLowerCase(),
      quantity: row.quantity,
      unit: row.unit,
      delivery: row.delivery,
      instructions: row.instructions ?? null,
      instructions_zh: row.instructions_zh ?? null,
      languages: list(row.languages),
      systems: list(row.systems),
      download_url: row.download_url ?? null,
    });
    await database('pools').insert({ id: one.pool });
    await database('pool_benefits').insert({ pool_id: one.pool, benefit_id: one.id });
  }
  for (const key of sample.keys ?? keys) {
    const { id: benefit, pool } = ids.get(key.benefit) as { id: string; pool: string };
    const id = randomUUID();
    const seats = ['static', 'custom'].includes(key.key_type)
      ? null
      : key.key_type === 'token'
        ? 1
        : (key.seats ?? 1);
    await database('product_keys').insert({
      id,
      pool_id: pool,
      sealed_for: benefit,
      product_name: key.benefit,
      type: key.key_type,
      seats,
      sealed: vault.seal(key.key, { key: id, benefit }),
      fingerprint: vault.fingerprint(key.key),
      imported_at: new Date(),
    });
    for (let unit = 0; unit < (seats ?? 0); unit++)
      await database('units').insert({ key_id: id, pool_id: pool });
    await database('pools')
      .where({ id: pool })
      .update({
        units: database.raw('units + ?', [seats ?? 0]),
        free: database.raw('free + ?', [seats ?? 0]),
        shared_keys: database.raw('shared_keys + ?', [seats === null ? 1 : 0]),
      });
  }
  await database.destroy();
}
