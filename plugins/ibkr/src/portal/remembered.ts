/**
 * Asks once and gives the same answer to all who ask within a while: accounts and trades may be asked for every five
 * seconds only. What fails is asked for again.
 */
export class Remembered<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #milliseconds: number;
  #answer: Promise<Answer> | undefined;
  #askedAt = 0;

  constructor(ask: () => Promise<Answer>, milliseconds: number) {
    this.#ask = ask;
    this.#milliseconds = milliseconds;
  }

  get(): Promise<Answer> {
    const now = Date.now();
    if (this.#answer !== undefined && now - this.#askedAt < this.#milliseconds) return this.#answer;
    this.#askedAt = now;
    const answer = this.#ask();
    this.#answer = answer;
    answer.catch(() => {
      if (this.#answer === answer) this.#answer = undefined;
    });
    return answer;
  }
}
