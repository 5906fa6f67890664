/** English. */
export const reportWords = {
  report: {
    title: 'Report',
    period: (from: string, to: string) => `From ${from} to ${to}, and how it stands now.`,
    asked: 'Asked for',
    approved: 'Approved',
    denied: 'Denied',
    having: 'From asking to having',
    money: 'Unused in a year',
    /** Headlines, each of one line. */
    lately: (days: number) => `The last ${days} days`,
    most: 'Most in use',
    benefits: (count: number) => `${count} benefits`,
    /** How long something took, of how many; one alone has no half. */
    times: (median: string, p90: string, count: number) =>
      count === 1 ? median : `half within ${median}, nine of ten within ${p90} (${count})`,
    none: 'none in this time',
    use: 'How much is in use',
    /** What stands below a picture. */
    inUse: 'Filled: in use. Outline: all there is. The numbers are those of the lines.',
    inTime: (what: string) =>
      `${what}. Filled: half within. Outline: nine of ten within. The numbers are those of the lines.`,
    held: (bar: string, percent: string, held: number, allocation: number) =>
      `${bar} ${percent} · ${held} of ${allocation} in use`,
    waiting: (people: number) => `${people} waiting`,
    pending: (requests: number) => `${requests} to be decided`,
    idle: (units: number, days: number) => `${units} held for ${days} days and never looked at`,
    worth: (amount: string) => `unused: ${amount} a year`,
    took: (times: string) => `from asking to having: ${times}`,
    scarce: 'Idle, while somebody waits',
    noneScarce: 'Nobody waits for anything that lies idle.',
    approvers: 'Who answers how fast',
    noApprovers: 'Nobody answered a request in this time.',
    lapses: 'What lapses next',
    nothing: 'There is nothing to report on yet. Bring in the membership with “benefits import membership”.',
    more: (count: number) => `and ${count} more: “benefits report” lists everything`,
    days: (days: number) => `Last ${days} days`,
    takes: (seconds: number) =>
      seconds < 90
        ? `${Math.round(seconds)} s`
        : seconds < 5_400
          ? `${Math.round(seconds / 60)} min`
          : seconds < 172_800
            ? `${Math.round(seconds / 3_600)} h`
            : `${Math.round(seconds / 86_400)} days`,
  },
};
