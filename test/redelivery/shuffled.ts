/** In an order that looks like none, and is the same every time. */
export function shuffled<T>(items: T[]): T[] {
  let seed = 20261128;
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const rest = [...items];
  return items.map(() => rest.splice(draw(rest.length), 1)[0] as T);
}
