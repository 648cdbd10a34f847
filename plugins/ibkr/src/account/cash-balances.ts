import { quoteCell, type Decimal, type Money } from '@bourse/sdk';
import { RowFault } from '../row/row-fault.js';
import { isEqual, sum } from '../values/amounts.js';

/** What a cash report says of one currency, by what it is here. */
export type Balances = Readonly<Record<'openingCash' | 'cash' | 'settledCash', Decimal | undefined>>;

/** The name of no model. */
const NO_MODEL = '';

/** The balances of an account by currency; each model that the account follows has balances of its own. */
export class CashBalances {
  readonly #byModel = new Map<string, Map<string, Balances>>();

  /**
   * @param model undefined for an account without models
   * @throws RowFault where the currency has other balances already, and not those of another model
   */
  add(currency: string, model: string | undefined, balances: Balances): void {
    const models = this.#byModel.get(currency) ?? new Map<string, Balances>();
    const [anyModel] = models.values();
    const rival = model === undefined ? anyModel : (models.get(model) ?? models.get(NO_MODEL));
    if (rival === undefined) models.set(model ?? NO_MODEL, balances);
    else if (!areEqual(rival, balances))
      throw new RowFault(`The cash report has a second row for ${quoteCell(currency)}.`, 'currency');
    this.#byModel.set(currency, models);
  }

  /** One kind of balance in all currencies; undefined where none is known. */
  list(kind: keyof Balances): Money[] | undefined {
    const monies = Array.from(this.#byModel.keys(), (currency) => ({
      amount: this.find(currency, kind),
      currency,
    })).filter((money): money is Money => money.amount !== undefined);
    return monies.length === 0 ? undefined : monies;
  }

  /** One kind of balance in a currency, of all models together. */
  find(currency: string, kind: keyof Balances): Decimal | undefined {
    const amounts = [...(this.#byModel.get(currency)?.values() ?? [])].map((balances) => balances[kind]);
    const known = amounts.filter((amount) => amount !== undefined);
    return known.length === 0 ? undefined : sum(...known);
  }
}

function areEqual(left: Balances, right: Balances): boolean {
  return (['openingCash', 'cash', 'settledCash'] as const).every((kind) => {
    const [one, other] = [left[kind], right[kind]];
    return one === undefined || other === undefined ? one === other : isEqual(one, other);
  });
}
