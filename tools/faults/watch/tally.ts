/** Reasons kept in words; the rest is counted. */
const REASONS_KEPT = 5;

/** Counts calls of healthy plugins. */
export class Tally {
  readonly reasons: string[] = [];
  #calls = 0;
  #failed = 0;
  #worstMs = 0;

  get calls(): number {
    return this.#calls;
  }

  get failed(): number {
    return this.#failed;
  }

  get worstMs(): number {
    return this.#worstMs;
  }

  /** @param wrong What is wrong with the answer. */
  count(milliseconds: number, wrong: string | undefined): void {
    this.#calls += 1;
    this.#worstMs = Math.max(this.#worstMs, milliseconds);
    if (wrong === undefined) return;
    this.#failed += 1;
    if (this.reasons.length < REASONS_KEPT) this.reasons.push(wrong);
  }
}
