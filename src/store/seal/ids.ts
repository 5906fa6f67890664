/** So many ids share a page, one bit each. */
const pageSize = 65_536;

/** A set of ids that were given one after the other: a bit each, however many there are. */
export class Ids {
  readonly #pages = new Map<number, Uint8Array>();

  has(id: number): boolean {
    const byte = this.#pages.get(Math.floor(id / pageSize))?.[(id % pageSize) >> 3] ?? 0;
    return (byte & (1 << (id & 7))) !== 0;
  }

  add(id: number): void {
    const nth = Math.floor(id / pageSize);
    let page = this.#pages.get(nth);
    if (!page) {
      page = new Uint8Array(pageSize / 8);
      this.#pages.set(nth, page);
    }
    const at = (id % pageSize) >> 3;
    page[at] = (page[at] as number) | (1 << (id & 7));
  }
}
