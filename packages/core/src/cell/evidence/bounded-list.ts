/** The last so many of what was added. */
export class BoundedList<Item> {
  readonly #limit: number;
  #items: Item[] = [];
  #overflown = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether anything was dropped. */
  get overflown(): boolean {
    return this.#overflown;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length > this.#limit) this.#drop(1);
  }

  /** Drops everything up to and with the first item that fits. */
  dropThrough(fits: (item: Item) => boolean): void {
    this.#drop(this.#items.findIndex(fits) + 1);
  }

  toArray(): Item[] {
    return [...this.#items];
  }

  #drop(count: number): void {
    if (count === 0) return;
    this.#items = this.#items.slice(count);
    this.#overflown = true;
  }
}
