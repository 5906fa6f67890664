/** An answer that is good for two seconds, and asked for once however many want it. */
export function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (!last || performance.now() - last.at > 2_000) last = { at: performance.now(), answer: ask() };
    return last.answer;
  };
}
