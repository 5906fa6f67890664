/** Waits until something is so; fails with its name after half a minute. */
export async function until<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const begun = performance.now(); ; ) {
    const found = await look();
    if (found) return found as NonNullable<T>;
    if (performance.now() - begun > 30_000) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
