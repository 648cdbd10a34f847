import type { Instrument } from '@bourse/sdk';
import { instrumentId } from '../instrument/instrument-id.js';
import type { CashRow } from './cash-row.js';
import { findReversed } from './find-reversed.js';
import type { DeductionRow, GrossRow, Income } from './to-dividend.js';

/** What the incomes of a section come to. */
export interface SettledIncome {
  readonly incomes: readonly Income[];
  /** Deductions that are booked by themselves. */
  readonly alone: readonly DeductionRow[];
}

interface Payment {
  readonly grosses: GrossRow[];
  readonly deductions: DeductionRow[];
}

/** No income has more deductions. */
const JOINED_MAX = 50;

/**
 * Rows of income and of deductions from it, held until the end of their section: a deduction may stand before its
 * income. About one kilobyte for each row.
 */
export class IncomeRows {
  readonly #payments = new Map<string, Payment>();

  addGross(gross: GrossRow): void {
    this.#paymentOf(gross).grosses.push(toHeld(gross));
  }

  addDeduction(deduction: DeductionRow): void {
    this.#paymentOf(deduction).deductions.push(toHeld(deduction));
  }

  /**
   * Joins deductions to their income where exactly one gross row has the same account, instrument, booking date and pay
   * date, and is in the same currency. All others stay alone.
   */
  settle(): SettledIncome {
    const payments = [...this.#payments.values()];
    const reversed = findReversed(payments.flatMap(({ grosses }) => grosses));
    const alone: DeductionRow[] = [];
    const incomes = payments.flatMap(({ grosses, deductions }) => {
      const only = grosses.length === 1 ? grosses[0] : undefined;
      const joins = (deduction: DeductionRow): boolean =>
        deductions.length <= JOINED_MAX && deduction.cash.money.currency === only?.cash.money.currency;
      alone.push(...deductions.filter((deduction) => !joins(deduction)));
      return grosses.map((gross) =>
        toIncome(gross, gross === only ? deductions.filter(joins) : [], reversed),
      );
    });
    return { incomes, alone };
  }

  #paymentOf({ cash, instrument }: { cash: CashRow; instrument: Instrument }): Payment {
    const key = JSON.stringify([cash.account, instrumentId(instrument), cash.date, cash.payDate]);
    const known = this.#payments.get(key);
    if (known !== undefined) return known;
    const payment = { grosses: [], deductions: [] };
    this.#payments.set(key, payment);
    return payment;
  }
}

/**
 * The same row in a form that takes a third of the memory: its texts keep no text of the file alive, and its objects have the
 * shape of those of other rows.
 */
function toHeld<Row extends { readonly cash: CashRow; readonly instrument: Instrument }>(row: Row): Row {
  // All that is in it is what JSON can hold.
  const cash = JSON.parse(JSON.stringify(row.cash)) as CashRow;
  return { ...row, cash, instrument: cash.instrument ?? row.instrument };
}

function toIncome(
  gross: GrossRow,
  deductions: readonly DeductionRow[],
  reversed: ReadonlyMap<GrossRow, GrossRow>,
): Income {
  const original = reversed.get(gross);
  return { gross, deductions, ...(original === undefined ? {} : { reversed: original }) };
}
