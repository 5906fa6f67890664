import { createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChannelKeys, channelKeysFrom, newChannelKeys } from '../../playground/teams/tokens';

const names = ['teams', 'otherChannel', 'unendorsed'] as const;
type Written = Record<(typeof names)[number], { kid: string; endorsements: string[]; pem: string }>;

/** The keys of this run: made by the first who needs them. Two who make them at once each have a set that holds. */
function keysOfThisRun(): ChannelKeys {
  const file = join(process.env.TEST_RUN_FOLDER ?? '', 'channel-keys.json');
  if (existsSync(file)) return read(JSON.parse(readFileSync(file, 'utf8')));
  const keys = newChannelKeys();
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(written(keys)));
  renameSync(`${file}.${process.pid}`, file);
  return keys;
}

const written = (keys: ChannelKeys): Written =>
  Object.fromEntries(
    names.map((name) => {
      const { kid, endorsements, privateKey } = keys[name];
      return [name, { kid, endorsements, pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) }];
    }),
  ) as Written;

const read = (keys: Written): ChannelKeys =>
  Object.fromEntries(
    names.map((name) => {
      const { kid, endorsements, pem } = keys[name];
      return [
        name,
        { kid, endorsements, privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) },
      ];
    }),
  ) as ChannelKeys;

channelKeysFrom(keysOfThisRun);
