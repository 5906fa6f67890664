/** Where rows of one kind stand in a file: all counted, the first few named. `nth` counts rows, since some files are one line. */
export interface Places {
  count: number;
  first: Array<{ line: number; nth: number }>;
}

const mostNamed = 5;

/** No row yet. */
export const nowhere = (): Places => ({ count: 0, first: [] });

/** Counts one more row, and keeps where it stands if it is one of the first. */
export function note(places: Places, { line, nth }: { line: number; nth: number }): void {
  places.count++;
  if (places.first.length < mostNamed) places.first.push({ line, nth });
}

/** The places kept under a name, made at its first use. */
export function placesOf<Name>(known: Map<Name, Places>, name: Name): Places {
  const places = known.get(name) ?? nowhere();
  known.set(name, places);
  return places;
}
