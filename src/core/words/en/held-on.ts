/** English. */
export const heldOnWords = {
  heldOn: {
    whoHeld: (benefit: string, on: string) => `Who held ${benefit} on ${on}`,
    whatHeld: (person: string, on: string) => `What ${person} held on ${on}`,
    nobody: 'Nobody held it on that day.',
    nothing: 'Nothing on that day.',
    hint: (day: string, zone: string) =>
      `As it stood at the end of the day (${zone}), with what ended during it. With all proof, as a file: benefits audit export --as-of ${day} --zone ${zone}`,
    more: (shown: number) => `Only the ${shown} oldest are shown here; the file has all.`,
    ended: (how: string, at: string) => `${how}: ${at}`,
    rule: (rule: string, version: number) => `rule “${rule}” (version ${version})`,
    byRule: (on: string, rule: string, version: number) =>
      `since ${on}, approved by the rule “${rule}” (version ${version})`,
    alone: (why: string) => `decided alone: ${why}`,
    missing: (on: string) => `since ${on}; the ledger has no approval of it`,
    shown: (first: string, times: number) =>
      `key shown ${times === 1 ? 'once' : `${times} times`}, first on ${first}`,
  },
};
