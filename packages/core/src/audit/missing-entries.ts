/** Entries that are missing, as ranges that do not touch. */
export class MissingEntries {
  #ranges: { readonly from: number; readonly to: number }[] = [];

  add(from: number, to: number): void {
    if (from <= to) this.#ranges.push({ from, to });
  }

  /** An entry that is there after all. Tells whether it was missing. */
  remove(sequence: number): boolean {
    const found = this.#ranges.find(({ from, to }) => from <= sequence && sequence <= to);
    if (found === undefined) return false;
    this.#ranges = this.#ranges.filter((range) => range !== found);
    this.add(found.from, sequence - 1);
    this.add(sequence + 1, found.to);
    return true;
  }

  toArray(): readonly { readonly from: number; readonly to: number }[] {
    return this.#ranges.toSorted((left, right) => left.from - right.from);
  }
}
