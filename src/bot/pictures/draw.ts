import { Resvg } from '@resvg/resvg-js';
import { init } from 'echarts';
import type { Bar } from '../../core/card';
import { withPalette } from './png';

/** What a picture is made of: numbers alone. */
export type Measured = Pick<Bar, 'nth' | 'value' | 'whole'>;

/** In pixels, before they are doubled for fine screens. */
const width = 360;
const perBar = 22;
const thick = 14;
const edge = 5;
const forNumbers = 28;
const zoom = 2;

/** Each at least 3 : 1 against the white and the dark grounds of both chats (WCAG 2.2, 1.4.11): the ground itself stays clear. */
const blue = '#1a85d0';
const grey = '#808080';
/** The least that is drawn of something: it is never nothing. */
const least = 0.008;

/**
 * Digits in a few strokes, as points of a grid of three by five, column before row. No letter stands in a picture: which fonts a machine has
 * would decide whether it can be read, and words of people are no part of one.
 */
const strokes = [
  '0020240400',
  '1014',
  '002022020424',
  '00202202222404',
  '0002222024',
  '200002222404',
  '200004242202',
  '002024',
  '02002024040222',
  '220200202404',
] as const;
const unit = 2.6;

/** The digits of a number, ending at the bars, as lines of points. */
const digitsOf = (nth: number, middle: number): number[][][] =>
  [...String(nth)].map((digit, at, all) => {
    const left = forNumbers - 10 - (all.length - at) * 4 * unit + unit;
    return (strokes[Number(digit)] ?? '')
      .match(/../g)!
      .map(([x, y]) => [left + Number(x) * unit, middle + (Number(y) - 2) * unit]);
  });

/** Bars one below the other, each with its number, as SVG: filled up to the value, outlined up to the whole. */
function bars(all: readonly Measured[]): string {
  const height = all.length * perBar + 2 * edge;
  const most = Math.max(...all.flatMap(({ value, whole }) => [value, whole])) || 1;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      grid: { left: forNumbers, right: edge, top: edge, bottom: edge },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: {
        type: 'category',
        inverse: true,
        axisTick: { show: false },
        axisLabel: { show: false },
        axisLine: { lineStyle: { color: grey, width: 2 } },
        data: all.map(({ nth }) => nth),
      },
      series: [
        {
          type: 'bar',
          barWidth: thick,
          itemStyle: { color: blue },
          data: all.map(({ value }) => (value > 0 ? Math.max(value, most * least) : 0)),
        },
        {
          type: 'bar',
          barWidth: thick,
          barGap: '-100%',
          itemStyle: { color: 'none', borderColor: grey, borderWidth: 1.5 },
          data: all.map(({ whole }) => whole),
        },
      ],
      graphic: all.flatMap(({ nth }, at) =>
        digitsOf(nth, edge + perBar * (at + 0.5)).map((points) => ({
          type: 'polyline',
          silent: true,
          shape: { points },
          style: { fill: 'none', stroke: grey, lineWidth: 1.8 },
        })),
      ),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** A picture of bars as PNG, a kilobyte or two. Its ground is clear. */
export function drawn(all: readonly Measured[]): Uint8Array {
  const image = new Resvg(bars(all), {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: zoom },
  }).render();
  return withPalette(image.pixels, image.width, image.height) ?? image.asPng();
}
