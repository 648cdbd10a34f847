import { quoteCell, type Account, type Money, type Period } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import { compact } from '../values/compact.js';

/** The row of a cash report that adds up all currencies in the base currency. */
const TOTAL = 'BASE_SUMMARY';

/** Columns of AccountInformation that are read; which of them are exported is up to the user. */
const COLUMNS_ABOUT = ['accountId', 'name', 'acctAlias', 'accountType', 'currency'];

type Balances = 'openingCash' | 'cash' | 'settledCash';

/** Columns of the cash report, by what they are here. */
const COLUMNS: readonly (readonly [column: string, balances: Balances])[] = [
  ['startingCash', 'openingCash'],
  ['endingCash', 'cash'],
  ['endingSettledCash', 'settledCash'],
];

/** An account as one statement shows it, put together from rows of several sections. */
export class AccountEntry {
  readonly #id: string;
  readonly #period: Period | undefined;
  readonly #rows: number[] = [];
  readonly #balances: Record<Balances, Money[]> = { openingCash: [], cash: [], settledCash: [] };
  readonly #currencies = new Set<string>();
  #about: Pick<Account, 'name' | 'type' | 'baseCurrency'> = {};
  #total: string | undefined;

  constructor(id: string, period: Period | undefined) {
    this.#id = id;
    this.#period = period;
  }

  /** Takes a row of AccountInformation. */
  describe(row: FlexRow): void {
    if (COLUMNS_ABOUT.every((column) => row.text(column) === undefined))
      throw new RowFault('The row tells nothing of the account.');
    this.#about = compact({
      name: row.label('name') ?? row.label('acctAlias'),
      type: row.label('accountType'),
      baseCurrency: row.text('currency') === undefined ? undefined : row.unit().currency,
    });
    this.#rows.push(row.ordinal);
  }

  /** Takes a row of CashReport. */
  addCash(row: FlexRow): void {
    if (row.text('currency') === TOTAL) this.#total = row.decimal('endingCash');
    else this.#addBalances(row);
    this.#rows.push(row.ordinal);
  }

  /** @param baseCurrency told by another section, where AccountInformation is not exported */
  toAccount(baseCurrency: string | undefined): Account {
    const base = this.#about.baseCurrency ?? baseCurrency;
    const { openingCash, cash, settledCash } = this.#balances;
    return compact({
      id: this.#id,
      ...this.#about,
      baseCurrency: base,
      period: this.#period,
      openingCash: orNothing(openingCash),
      cash: orNothing(cash),
      settledCash: orNothing(settledCash),
      cashTotal:
        base === undefined || this.#total === undefined ? undefined : { amount: this.#total, currency: base },
      asOf: this.#period?.to,
      source: this.#rows.length === 0 ? undefined : { rows: this.#rows },
    });
  }

  #addBalances(row: FlexRow): void {
    const unit = row.unit();
    if (this.#currencies.has(unit.currency))
      throw new RowFault(`The cash report has a second row for ${quoteCell(unit.currency)}.`, 'currency');
    const amounts = COLUMNS.map(([column, balances]) => [balances, row.decimal(column)] as const);
    for (const [balances, amount] of amounts)
      if (amount !== undefined) this.#balances[balances].push(toMoney(amount, unit));
    this.#currencies.add(unit.currency);
  }
}

function orNothing<Item>(items: Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
