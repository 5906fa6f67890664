import { init } from 'echarts';

/** Numbers as a picture: a bar for each line, or two, with its words at the end of it. */
export interface Chart {
  /** What a person reads who does not see the picture. */
  alt: string;
  /** At most so much; left out, as much as the longest bar. */
  most?: number;
  lines: Array<{ name: string; bars: Array<{ value: number; says: string }> }>;
  /** What the bars of each line stand for, in their order. */
  legend: string[];
}

const width = 680;
/** In pixels: what names may take. */
const names = 260;
const perBar = 15;
const perLine = 12;
/** Blue and orange of a palette that people of every sight tell apart (Okabe and Ito, 2008); stripes tell them apart on paper. */
const paint = [
  { color: '#0072b2' },
  {
    color: '#e69f00',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 },
  },
] as const;

/** A chart drawn as SVG, which stands alone: nothing in it runs or is fetched. Its longest words are the caller's to keep short. */
export function drawn({ lines, most, legend }: Chart): string {
  const height = lines.length * (perLine + perBar * legend.length) + (legend.length > 1 ? 40 : 16);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: {
        fontFamily: 'system-ui, "Noto Sans", "Noto Sans CJK TC", "Microsoft JhengHei", sans-serif',
      },
      // How wide letters are is only guessed where no browser draws them: there is room to be wrong.
      grid: { left: names + 8, right: 150, top: legend.length > 1 ? 28 : 4, bottom: 4 },
      legend: {
        show: legend.length > 1,
        top: 0,
        left: 'left',
        selectedMode: false,
        itemGap: 20,
        textStyle: { width: 130, color: '#111' },
      },
      xAxis: { type: 'value', show: false, min: 0, ...(most !== undefined && { max: most }) },
      yAxis: {
        type: 'category',
        inverse: true,
        axisTick: { show: false },
        axisLabel: { width: names - 40, overflow: 'truncate', color: '#111', fontSize: 11 },
        data: lines.map(({ name }) => name),
      },
      series: legend.map((name, nth) => ({
        type: 'bar',
        name,
        barWidth: perBar - 3,
        itemStyle: paint[nth % paint.length],
        label: {
          show: true,
          position: 'right',
          color: '#111',
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => lines[dataIndex]?.bars[nth]?.says ?? '',
        },
        data: lines.map(({ bars }) => bars[nth]?.value ?? 0),
      })),
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
