/** Lets one at a time do something. */
export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  hold<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
