import { inflateSync } from 'node:zlib';
import pino from 'pino';
import { drawn, type Measured } from '../../src/bot/pictures/draw';
import { makeDrawing } from '../../src/bot/pictures/pictures';
import type { Card, Chart } from '../../src/core/card';

const bar = (nth: number, value: number, whole = 1): Measured => ({ nth, value, whole });
const chart = (title: string, bars: Measured[]): Chart => ({
  type: 'chart',
  title,
  legend: title,
  bars: bars.map((one) => ({ ...one, name: title, says: title })),
});
const card = (...blocks: Card['blocks']): Card => ({ title: 'Report', place: 'here', locale: 'en', blocks });

describe('a picture', () => {
  test('is small: it has to fit into a card beside all its words', () => {
    expect(drawn(Array.from({ length: 8 }, (_, nth) => bar(nth + 1, nth / 7))).length).toBeLessThan(5_000);
  });

  test('fills a bar by its value: something is never drawn as nothing, nor nothing as something', () => {
    const filled = (value: number): number => blueOf(drawn([bar(1, value)]));
    expect(filled(0)).toBe(0);
    expect(filled(0.000_001)).toBeGreaterThan(0);
    expect(filled(1) / filled(0.5)).toBeCloseTo(2, 1);
  });

  test('has one measure for all of its bars', () => {
    const alone = blueOf(drawn([bar(1, 100, 100)]));
    expect(blueOf(drawn([bar(1, 100, 100), bar(2, 1_000, 1_000)])) / alone).toBeCloseTo(1.1, 1);
  });

  test('tells its bars apart by their numbers', () => {
    const pictures = Array.from({ length: 12 }, (_, nth) =>
      Buffer.from(drawn([bar(nth + 1, 0.5)])).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(12);
  });

  test('can be seen on the light and the dark grounds of both chats', () => {
    const inks = new Set(
      pixelsOf(drawn([bar(1, 0.5)]))
        .filter(([, , , alpha]) => alpha === 255)
        .map(String),
    );
    // Those at the edges of strokes are mixtures.
    const whole = [...inks].map((ink) => ink.split(',').map(Number));
    for (const ink of [
      [0x1a, 0x85, 0xd0],
      [0x80, 0x80, 0x80],
    ]) {
      expect(whole).toContainEqual([...ink, 255]);
      for (const ground of ['ffffff', 'f8f8f8', '1a1d21', '292929'])
        expect(
          contrast(
            ink,
            ground.match(/../g)!.map((part) => Number.parseInt(part, 16)),
          ),
        ).toBeGreaterThan(3);
    }
  });
});

describe('drawing', () => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  afterEach(() => void lines.splice(0));

  test('gives each chart of a card its picture, drawn from its numbers alone', async () => {
    const [one, other] = [
      chart('資料庫', [bar(1, 0.5)]),
      chart('<svg onload=alert(1)>', [bar(1, 1), bar(2, 0)]),
    ];
    const pictures = await makeDrawing(log)(card(one, { type: 'text', text: 'x' }, other));
    expect(Buffer.from(pictures.get(one) as Uint8Array)).toEqual(Buffer.from(drawn([bar(1, 0.5)])));
    expect(Buffer.from(pictures.get(other) as Uint8Array)).toEqual(
      Buffer.from(drawn([bar(1, 1), bar(2, 0)])),
    );
    expect(lines).toEqual([]);
  });

  test('of a card without charts starts nothing', async () => {
    const nowhere = { file: '/nowhere.js', execArgv: [] };
    expect((await makeDrawing(log, nowhere)(card({ type: 'text', text: 'x' }))).size).toBe(0);
    expect(lines).toEqual([]);
  });

  test('that fails leaves the card without pictures, and says so to the operator, each time anew', async () => {
    const draw = makeDrawing(log, { file: '/nowhere.js', execArgv: [] });
    for (let time = 1; time <= 2; time++) {
      expect((await draw(card(chart('Use', [bar(1, 0.5)])))).size).toBe(0);
      expect(lines).toHaveLength(time);
    }
    expect(lines[0]).toContain('picture-not-drawn');
  });

  test('does not stop what else is to be done', async () => {
    const begun = performance.eventLoopUtilization();
    await makeDrawing(log)(card(chart('Use', [bar(1, 0.5)])));
    // Of all the time it takes, this thread works on a part of it; drawing here would be nearly all of it.
    expect(performance.eventLoopUtilization(begun).utilization).toBeLessThan(0.5);
  });
});

/** How many pixels are ink of a filled bar. */
const blueOf = (png: Uint8Array): number =>
  pixelsOf(png).filter(
    ([red = 0, green = 0, blue = 0, alpha]) => alpha === 255 && blue > 180 && red < 60 && green < 160,
  ).length;

/** The pixels of a PNG with a palette, none of whose rows is filtered. */
function pixelsOf(png: Uint8Array): number[][] {
  const bytes = Buffer.from(png);
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    parts.set(
      bytes.toString('latin1', at + 4, at + 8),
      bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)),
    );
  const [colours, alphas, rows] = [
    parts.get('PLTE'),
    parts.get('tRNS'),
    inflateSync(parts.get('IDAT') as Buffer),
  ];
  const width = bytes.readUInt32BE(16) + 1;
  return [...rows].flatMap((colour, at) =>
    at % width === 0
      ? []
      : [[...(colours?.subarray(colour * 3, colour * 3 + 3) ?? []), alphas?.[colour] ?? 255]],
  );
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: number[], other: number[]): number {
  const [dark = 0, light = 0] = [one, other].map(luminance).sort((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}
const luminance = (colour: number[]): number =>
  colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, nth) => sum + part * ([0.2126, 0.7152, 0.0722][nth] ?? 0), 0);
