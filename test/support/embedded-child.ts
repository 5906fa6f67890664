import { createInterface } from 'node:readline';
import { startEmbedded } from '../../src/store/embedded/start';

/** A program of its own with an embedded database: says where it is, and stops it when told "stop". */
async function main(folder: string): Promise<void> {
  const say = (words: object) => process.stdout.write(`${JSON.stringify(words)}\n`);
  try {
    const embedded = await startEmbedded({ folder, durable: false });
    say({ pid: embedded.pid, url: embedded.url });
    for await (const line of createInterface({ input: process.stdin })) {
      if (line !== 'stop') continue;
      say({ outcome: await embedded.stop() });
      break;
    }
  } catch (error) {
    say({ error: (error as Error).message });
  }
  process.stdin.destroy();
}

void main(process.argv[2] ?? '');
