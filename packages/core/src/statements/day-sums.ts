import Big from 'big.js';
import type { Period } from '../interfaces/index.js';

/** Amounts of one currency by day. A file may ask for the sums of many periods, so none of them goes through all the days. */
export class DaySums {
  readonly #byDate = new Map<string, Big>();
  /** All dates in their order, each with the sum up to and with it; made when somebody asks for the first time. */
  #running: readonly { readonly date: string; readonly sum: Big }[] | undefined;

  get isEmpty(): boolean {
    return this.#byDate.size === 0;
  }

  add(date: string, amount: string): void {
    this.#byDate.set(date, (this.#byDate.get(date) ?? new Big(0)).plus(amount));
    this.#running = undefined;
  }

  /** The sum of all days. */
  total(): Big {
    return this.#sumUntil(() => true);
  }

  sumIn({ from, to }: Period): Big {
    return this.#sumUntil((date) => date <= to).minus(this.#sumUntil((date) => date < from));
  }

  /** The sum at the last of the first dates for which `isWithin` holds. */
  #sumUntil(isWithin: (date: string) => boolean): Big {
    this.#running ??= addUp(this.#byDate);
    const running = this.#running;
    let low = 0;
    let high = running.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isWithin(running[middle]?.date ?? '')) low = middle + 1;
      else high = middle;
    }
    return running[low - 1]?.sum ?? new Big(0);
  }
}

function addUp(byDate: ReadonlyMap<string, Big>): { readonly date: string; readonly sum: Big }[] {
  let sum = new Big(0);
  const dates = [...byDate].sort(([one], [other]) => (one < other ? -1 : 1));
  return dates.map(([date, moved]) => ({ date, sum: (sum = sum.plus(moved)) }));
}
