import { type Report, share, type Times } from '../../core/report';
import { wordsIn } from '../../core/words';
import type { Chart } from './chart';

const { report: words } = wordsIn('en');
/** So many bars are read; all numbers stand in the table below. */
const mostLines = 15;

const percent = (part: number): number => Math.round(part * 100);

/** How much of each benefit is in use. */
export const useChart = ({ use }: Report): Chart => {
  const shown = use.slice(0, mostLines);
  return {
    alt: `How much is in use: ${shown.map((one) => `${one.benefit.name} ${percent(share(one))} %`).join(', ')}`,
    most: 100,
    legend: [words.use],
    lines: shown.map((one) => ({
      name: one.benefit.name,
      bars: [
        { value: percent(share(one)), says: `${percent(share(one))} % (${one.held} of ${one.allocation})` },
      ],
    })),
  };
};

/** How long it took from asking to having, by benefit; undefined where nothing was given. */
export const havingChart = ({ use }: Report): Chart | undefined =>
  timesChart(
    words.having,
    use.flatMap(({ benefit, having }) => (having ? [{ name: benefit.name, times: having }] : [])),
  );

/** How long answers took, by who gave them; undefined where nobody did. */
export const answeringChart = ({ approvers }: Report): Chart | undefined =>
  timesChart(
    words.approvers,
    approvers.map(({ person, answering }) => ({ name: person.name, times: answering })),
  );

function timesChart(title: string, all: Array<{ name: string; times: Times }>): Chart | undefined {
  const shown = [...all].sort((one, other) => other.times.median - one.times.median).slice(0, mostLines);
  if (shown.length === 0) return undefined;
  return {
    alt: `${title}: ${shown.map(({ name, times }) => `${name} ${words.takes(times.median)}`).join(', ')}`,
    legend: ['half within', 'nine of ten within'],
    lines: shown.map(({ name, times }) => ({
      name,
      bars: [times.median, times.p90].map((value) => ({ value, says: words.takes(value) })),
    })),
  };
}
