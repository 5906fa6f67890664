/** English. */
export const stockWords = {
  stock: {
    title: 'Stock',
    nothing: 'There is nothing here yet. Bring in the membership with “benefits import membership”.',
    hint: 'Given counts what people hold, what is kept for an offer, and what is being set up. Keys in all are always the free, the given, the set aside and the retired ones.',
    low: (threshold: number) => `Low: fewer than ${threshold} left`,
    bought: (quantity: number, unit: string) => `${quantity} bought (${unit})`,
    given: (quantity: number) => `${quantity} given`,
    free: (quantity: number) => `${quantity} free`,
    setAside: (quantity: number) => `${quantity} set aside`,
    retired: (quantity: number) => `${quantity} retired`,
    waiting: (people: number) => `${people} waiting`,
    keys: (units: number, parts: string) => `Keys: ${units} in all = ${parts}`,
  },
  unsettled: {
    differences: (count: number) =>
      count === 1
        ? 'One difference to Microsoft’s portal waits'
        : `${count} differences to Microsoft’s portal wait`,
    waiting: (benefit: string, people: number) =>
      `${people === 1 ? 'One person waits' : `${people} people wait`} for ${benefit}`,
    needs: {
      keys: 'Approved, but no key is left to give. Bring keys in: give me the file here, or use “benefits import keys”.',
      room: 'Approved, but not enough is left. It goes on when something is given back, or more is bought.',
    },
  },
  holders: {
    title: (benefit: string) => `Who has ${benefit}`,
    nobody: 'Nobody has it.',
    line: 'Who waits for it',
    coming: 'Being set up',
    place: (place: number, person: string) => `${place}. ${person}`,
    approved: (by: string, on: string) => `approved by ${by} on ${on}`,
  },
  lowStock: {
    title: (benefit: string, left: number) => `${left > 0 ? 'Little' : 'Nothing'} is left of ${benefit}`,
    text: 'You are told once, and again only after there was enough in between.',
  },
};
