import type { Command } from './world';

/** Histories in which the bot and the model once parted, each by what was wrong. */
export const seeds: Record<string, Command[]> = {
  'whoever left and speaks again is back': [
    { do: 'leave', person: 'Gus' },
    { do: 'ask', by: 'Gus', to: 'Gus', benefit: 'Project', quantity: 1 },
    { do: 'wait', hours: 1 },
    { do: 'ask', by: 'Gus', to: 'Gus', benefit: 'Project', quantity: 1 },
  ],
  'nobody has two credits, although both were asked for before either was set up': [
    { do: 'ask', by: 'Eve', to: 'Eve', benefit: 'Yearly credit', quantity: 1 },
    { do: 'ask', by: 'Eve', to: 'Eve', benefit: 'Monthly credit', quantity: 1 },
    { do: 'approve', by: 'Dana', request: 'Eve/Yearly credit/1' },
    { do: 'approve', by: 'Dana', request: 'Eve/Monthly credit/1' },
    { do: 'assign', by: 'Ben', to: ['Eve'], benefit: 'Monthly credit' },
    { do: 'finish', by: 'Ben', task: 'set-up Eve/Yearly credit/1 #1', outcome: 'works' },
  ],
  'an offer that was declined was not missed': [
    { do: 'ask', by: 'Ben', to: 'Ben', benefit: 'Copilot', quantity: 3 },
    { do: 'approve', by: 'Dana', request: 'Ben/Copilot/1' },
    { do: 'ask', by: 'Gus', to: 'Mei', benefit: 'Copilot', quantity: 1 },
    { do: 'approve', by: 'Omar', request: 'Mei/Copilot/1' },
    { do: 'could not', by: 'Ada', task: 'set-up Ben/Copilot/1 #1' },
    { do: 'decline', by: 'Mei', request: 'Mei/Copilot/1' },
    { do: 'wait', hours: 72 },
    { do: 'accept', by: 'Gus', request: 'Mei/Copilot/1' },
  ],
  'an activation that was seen is spent, one that was not is free': [
    { do: 'assign', by: 'Ada', to: ['Eve', 'Mei'], benefit: 'Server' },
    { do: 'show key', by: 'Eve', holding: 'Eve/Server/1' },
    { do: 'return', by: 'Eve', holding: 'Eve/Server/1' },
    { do: 'return', by: 'Mei', holding: 'Mei/Server/1' },
  ],
  'a monthly credit that is asked for is given six times at most': [
    ...passedOn(6),
    { do: 'ask', by: 'Eve', to: 'Eve', benefit: 'Monthly credit', quantity: 1 },
    { do: 'assign', by: 'Ben', to: ['Mei'], benefit: 'Monthly credit' },
  ],
  'whoever reported a key first gets the next one, also when looking at it had to be tried again': [
    { do: 'assign', by: 'Ada', to: ['Dana', 'Mei'], benefit: 'Visio' },
    { do: 'report key', by: 'Dana', holding: 'Dana/Visio/1' },
    { do: 'report key', by: 'Mei', holding: 'Mei/Visio/1' },
    { do: 'could not', by: 'Ada', task: 'check-key Dana/Visio/1 #1' },
    { do: 'finish', by: 'Ben', task: 'check-key Dana/Visio/1 #2', outcome: 'works' },
  ],
  'a token that was seen and then reported does not keep what replaces it alive': [
    { do: 'ask', by: 'Eve', to: 'Mei', benefit: 'Office', quantity: 2 },
    { do: 'approve', by: 'Omar', request: 'Mei/Office/1' },
    { do: 'show key', by: 'Mei', holding: 'Mei/Office/1' },
    { do: 'wait', hours: 95 * 24 },
    { do: 'report key', by: 'Mei', holding: 'Mei/Office/1' },
  ],
  'of a key that is broken nothing is given any more, also not what comes back of it later': [
    { do: 'ask', by: 'Eve', to: 'Eve', benefit: 'Server', quantity: 1 },
    { do: 'approve', by: 'Dana', request: 'Eve/Server/1' },
    { do: 'ask', by: 'Mei', to: 'Mei', benefit: 'Server', quantity: 1 },
    { do: 'approve', by: 'Dana', request: 'Mei/Server/1' },
    { do: 'report key', by: 'Mei', holding: 'Mei/Server/1' },
    { do: 'finish', by: 'Ben', task: 'check-key Mei/Server/1 #1', outcome: 'broken' },
    { do: 'return', by: 'Eve', holding: 'Eve/Server/1' },
  ],
  'what is kept of a key that is broken goes to nobody, and whoever had it kept waits again': [
    { do: 'assign', by: 'Ada', to: ['Eve', 'Mei', 'Gus'], benefit: 'Server' },
    { do: 'ask', by: 'Omar', to: 'Omar', benefit: 'Server', quantity: 1 },
    { do: 'approve', by: 'Dana', request: 'Omar/Server/1' },
    { do: 'return', by: 'Gus', holding: 'Gus/Server/1' },
    { do: 'report key', by: 'Mei', holding: 'Mei/Server/1' },
    { do: 'finish', by: 'Ben', task: 'check-key Mei/Server/1 #1', outcome: 'broken' },
    { do: 'reassign', by: 'Ada', holding: 'Eve/Server/1', to: 'Gus' },
    { do: 'bring in', benefit: 'Server', units: [1, 1] },
  ],
  'a shared key that is broken is given to nobody any more': [
    { do: 'assign', by: 'Ada', to: ['Eve'], benefit: 'Query' },
    { do: 'report key', by: 'Eve', holding: 'Eve/Query/1' },
    { do: 'finish', by: 'Ben', task: 'check-key Eve/Query/1 #1', outcome: 'broken' },
    { do: 'assign', by: 'Ada', to: ['Mei'], benefit: 'Query' },
    { do: 'ask', by: 'Mei', to: 'Mei', benefit: 'Query', quantity: 1 },
    { do: 'approve', by: 'Dana', request: 'Mei/Query/1' },
    { do: 'reassign', by: 'Ada', holding: 'Eve/Query/1', to: 'Gus' },
  ],
  'an activation that was seen and works stays with whoever saw it': [
    { do: 'assign', by: 'Ada', to: ['Eve', 'Mei', 'Gus'], benefit: 'Server' },
    { do: 'show key', by: 'Eve', holding: 'Eve/Server/1' },
    { do: 'report key', by: 'Eve', holding: 'Eve/Server/1' },
    { do: 'finish', by: 'Ben', task: 'check-key Eve/Server/1 #1', outcome: 'works' },
    { do: 'return', by: 'Eve', holding: 'Eve/Server/1' },
  ],
};

/** A credit that goes from one to the other, so many times: whoever had it gives it back, and an admin removes it. */
function passedOn(times: number): Command[] {
  const holders = ['Eve', 'Mei'];
  return Array.from({ length: times }, (_, at): Command[] => {
    const to = holders[at % 2] as string;
    const name = `${to}/Monthly credit/${1 + Math.floor(at / 2)}`;
    return [
      { do: 'ask', by: to, to, benefit: 'Monthly credit', quantity: 1 },
      { do: 'approve', by: 'Omar', request: name },
      { do: 'finish', by: 'Ben', task: `set-up ${name} #1`, outcome: 'works' },
      { do: 'return', by: to, holding: name },
      { do: 'finish', by: 'Ben', task: `remove ${name} #1`, outcome: 'works' },
    ];
  }).flat();
}

/** Histories in which they still part: each goes up to `seeds` when it is mended, and then fails here. */
export const unmended: Record<string, Command[]> = {};
