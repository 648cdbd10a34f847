import type { Account, Decimal, Period } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, type Unit } from '../row/unit.js';
import { compact } from '../values/compact.js';
import { CashBalances, type Balances } from './cash-balances.js';

/** The row of a cash report that adds up all currencies in the base currency. */
const TOTAL = 'BASE_SUMMARY';

/** Columns of AccountInformation that are read; which of them are exported is up to the user. */
const COLUMNS_ABOUT = ['accountId', 'name', 'acctAlias', 'accountType', 'currency'];

/** An account as one statement shows it, put together from rows of several sections. */
export class AccountEntry {
  readonly #id: string;
  readonly #period: Period | undefined;
  readonly #rows: number[] = [];
  readonly #balances = new CashBalances();
  readonly #totals = new CashBalances();
  #about: Pick<Account, 'name' | 'type' | 'baseCurrency'> = {};

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
      baseCurrency: row.unitIfAny()?.currency,
    });
    this.#rows.push(row.ordinal);
  }

  /** Takes a row of CashReport. */
  addCash(row: FlexRow): void {
    const model = row.label('model');
    if (row.text('currency') === TOTAL) this.#totals.add(TOTAL, model, readBalances(row));
    else {
      const unit = row.unit();
      this.#balances.add(unit.currency, model, readBalances(row, unit));
    }
    this.#rows.push(row.ordinal);
  }

  /** @param baseCurrency told by another section, where AccountInformation is not exported */
  toAccount(baseCurrency: string | undefined): Account {
    const base = this.#about.baseCurrency ?? baseCurrency;
    const total = this.#totals.find(TOTAL, 'cash');
    return compact({
      id: this.#id,
      ...this.#about,
      baseCurrency: base,
      period: this.#period,
      openingCash: this.#balances.list('openingCash'),
      cash: this.#balances.list('cash'),
      settledCash: this.#balances.list('settledCash'),
      cashTotal: base === undefined || total === undefined ? undefined : { amount: total, currency: base },
      asOf: this.#period?.to,
      source: this.#rows.length === 0 ? undefined : { rows: this.#rows },
    });
  }
}

function readBalances(row: FlexRow, unit?: Unit): Balances {
  const read = (column: string): Decimal | undefined => {
    const amount = row.decimal(column);
    return amount === undefined || unit === undefined ? amount : inCurrency(amount, unit);
  };
  return {
    openingCash: read('startingCash'),
    cash: read('endingCash'),
    settledCash: read('endingSettledCash'),
  };
}
