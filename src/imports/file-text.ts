import { type FileHandle, open } from 'node:fs/promises';
import type { FileProblem } from '../core/file-problem';
import { limits as defaults, type Reading } from './limits';
import { BadFile } from './problem';

const blockBytes = 64 * 1024;

const foreign: [Buffer, Extract<FileProblem, { code: 'not-text' }>['kind']][] = [
  [Buffer.from('PK\u0003\u0004', 'latin1'), 'zip'],
  [Buffer.from([0x1f, 0x8b]), 'gzip'],
  [Buffer.from('%PDF', 'latin1'), 'pdf'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'old-excel'],
];

/** Where a file is: on the disk, or already in memory because a chat brought it, and then it never lies on a disk. */
export type FileSource = string | Uint8Array;

/** What reading needs of a file, wherever it is. */
interface OpenFile {
  size: number;
  read(block: Buffer): Promise<number>;
  close(): Promise<void>;
}

/**
 * A file as text, block by block: UTF-8 with or without a byte order mark, or UTF-16 with one. The size is looked at before a byte
 * is read and counted again while reading; memory does not grow with the file.
 *
 * @throws BadFile when the file is missing, too large, empty, in another encoding, or has a NUL in it
 */
export async function* fileText(
  source: FileSource,
  { limits, progress }: Reading = {},
): AsyncGenerator<string> {
  const most = limits?.fileBytes ?? defaults.fileBytes;
  const file = typeof source === 'string' ? await onDisk(source) : inMemory(source);
  try {
    const { size } = file;
    if (size > most) throw new BadFile(null, { code: 'too-large', most });

    const block = Buffer.allocUnsafe(blockBytes);
    let decode: ReturnType<typeof decoder> | undefined;
    for (let total = 0; ; ) {
      const bytesRead = await file.read(block);
      total += bytesRead;
      if (total === 0) throw new BadFile(null, { code: 'empty-file' });
      if (total > most) throw new BadFile(null, { code: 'too-large', most });
      decode ??= decoder(block.subarray(0, bytesRead));
      const text = decode(block.subarray(0, bytesRead), bytesRead === 0);
      if (text !== '') yield text;
      progress?.(total, Math.max(size, total));
      if (bytesRead === 0) return;
    }
  } finally {
    await file.close();
  }
}

async function onDisk(path: string): Promise<OpenFile> {
  const file = await openFile(path);
  const stat = await file.stat();
  if (!stat.isFile()) {
    await file.close();
    throw new BadFile(null, { code: 'not-a-file', path });
  }
  return {
    size: stat.size,
    read: async (block) => (await file.read(block, 0, block.length)).bytesRead,
    close: () => file.close(),
  };
}

function inMemory(bytes: Uint8Array): OpenFile {
  let at = 0;
  return {
    size: bytes.length,
    async read(block) {
      const piece = bytes.subarray(at, at + block.length);
      block.set(piece);
      at += piece.length;
      return piece.length;
    },
    close: async () => {},
  };
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new BadFile(null, {
      code:
        code === 'ENOENT' || code === 'ENOTDIR' ? 'no-file' : code === 'EACCES' ? 'unreadable' : 'not-a-file',
      path,
    });
  }
}

/** A decoder that fits the first bytes, and knows the line where the text stops being one. */
function decoder(first: Buffer): (bytes: Buffer, last: boolean) => string {
  const kind = foreign.find(([magic]) => first.subarray(0, magic.length).equals(magic))?.[1];
  if (kind !== undefined) throw new BadFile(null, { code: 'not-text', kind });
  const encoding =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  // UTF-16 without its mark looks like Latin letters with a NUL beside each.
  if (encoding === 'utf-8' && first.subarray(0, 4).includes(0))
    throw new BadFile(1, { code: 'wrong-encoding' });

  const strict = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  return (bytes, last) => {
    let text: string;
    try {
      text = strict.decode(bytes, { stream: !last });
    } catch {
      const upTo = new TextDecoder(encoding).decode(bytes).split('\uFFFD', 1)[0] ?? '';
      throw new BadFile(line + lineBreaks(upTo), { code: 'wrong-encoding' });
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new BadFile(line + lineBreaks(text.slice(0, nul)), { code: 'nul' });
    line += lineBreaks(text);
    return text;
  };
}

/** How many lines end in a text. */
export function lineBreaks(text: string): number {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found++;
  return found;
}
