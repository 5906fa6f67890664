// Draws the two icons of the Teams app, a key: `node manifest/teams/icons.mjs [folder]`. The results are committed.
// Sizes and colours: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package (2026-11).
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const white = [255, 255, 255];
const ground = [15, 108, 110];
/** Each pixel is looked at this many times in each direction, so that edges come out smooth. */
const looks = 4;

/** Is a point of the unit square inside the key: a ring, a shaft and two teeth? */
function inKey(x, y) {
  const fromRing = Math.hypot(x - 0.34, y - 0.5);
  const ring = fromRing <= 0.18 && fromRing >= 0.095;
  const shaft = x >= 0.5 && x <= 0.86 && Math.abs(y - 0.5) <= 0.043;
  const tooth = (from, to, length) => x >= from && x <= to && y >= 0.5 && y <= 0.5 + length;
  return ring || shaft || tooth(0.66, 0.735, 0.14) || tooth(0.785, 0.86, 0.18);
}

/** How much of a pixel the key covers, from 0 to 1. `zoom` widens the key about the middle. */
function covered(column, row, size, zoom) {
  let hits = 0;
  for (let n = 0; n < looks * looks; n += 1) {
    const x = (column + ((n % looks) + 0.5) / looks) / size;
    const y = (row + (Math.floor(n / looks) + 0.5) / looks) / size;
    if (inKey((x - 0.5) / zoom + 0.5, (y - 0.5) / zoom + 0.5)) hits += 1;
  }
  return hits / looks ** 2;
}

/** The colour icon: a white key on a full square. */
const colour = (share) => [...ground.map((part, n) => Math.round(part + (white[n] - part) * share)), 255];
/** The outline icon: white, and nothing else. */
const outline = (share) => [...white, Math.round(share * 255)];

/** A picture of `size` by `size` pixels as a PNG file, 8 bits RGBA. */
function png(size, zoom, paint) {
  const rows = Array.from({ length: size }, (_, row) => {
    const pixels = Array.from({ length: size }, (_, column) => paint(covered(column, row, size, zoom)));
    return Buffer.from([0, ...pixels.flat()]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
writeFileSync(join(folder, 'color.png'), png(192, 1, colour));
writeFileSync(join(folder, 'outline.png'), png(32, 1.2, outline));
