import type { ChargeKind, DividendDraft, DividendKind, Instrument } from '@bourse/sdk';
import { joinRaw } from '../row/raw.js';
import { negated, sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { CashRow } from './cash-row.js';
import { CASH_TRANSACTIONS, toCashSource } from './to-movement.js';

/** A row that says what an instrument paid. */
export interface GrossRow {
  readonly cash: CashRow;
  readonly instrument: Instrument;
  readonly kind: DividendKind;
}

/** A row that takes tax or a fee from an income, or gives it back. */
export interface DeductionRow {
  readonly cash: CashRow;
  readonly instrument: Instrument;
  readonly nature:
    { readonly is: 'TAX'; readonly country?: string } | { readonly is: 'FEE'; readonly kind: ChargeKind };
}

/** The income of one gross row and the deductions that belong to it. */
export interface Income {
  readonly gross: GrossRow;
  readonly deductions: readonly DeductionRow[];
  /** The gross row that this one takes back. */
  readonly reversed?: GrossRow;
}

/** An income as one record, in the currency of all its rows. */
export function toDividend({
  gross: { cash, instrument, kind },
  deductions,
  reversed,
}: Income): DividendDraft {
  const { amount, currency } = cash.money;
  const rows = [cash, ...deductions.map((deduction) => deduction.cash)];
  return compact({
    source: { ...toCashSource(cash), rows: rows.map(({ ordinal }) => ordinal) },
    accountId: cash.account,
    instrument,
    kind,
    status: toStatus(cash, reversed),
    currency,
    gross: amount,
    withholdings: deductions.flatMap(toWithholding),
    charges: deductions.flatMap(toCharge),
    net: sum(...rows.map(({ money }) => money.amount)),
    date: cash.date,
    exDate: cash.exDate,
    payDate: cash.payDate,
    perShare: cash.told.perShare,
    reverses: toReversed(reversed),
    derived: ['net'],
    raw: joinRaw(rows.map(({ raw }) => raw)),
  });
}

function toStatus(cash: CashRow, reversed: GrossRow | undefined): DividendDraft['status'] {
  return cash.isReversal || reversed !== undefined ? 'REVERSAL' : 'PAID';
}

function toWithholding({ cash, nature }: DeductionRow): DividendDraft['withholdings'] {
  if (nature.is !== 'TAX') return [];
  const { amount, currency } = cash.money;
  return [
    compact({ money: { amount: negated(amount), currency }, country: cash.told.country ?? nature.country }),
  ];
}

function toCharge({ cash, nature }: DeductionRow): DividendDraft['charges'] {
  if (nature.is !== 'FEE') return [];
  const { amount, currency } = cash.money;
  return [{ kind: nature.kind, money: { amount: negated(amount), currency } }];
}

function toReversed(reversed: GrossRow | undefined): DividendDraft['reverses'] {
  const recordId = reversed?.cash.recordId;
  return recordId === undefined ? undefined : { section: CASH_TRANSACTIONS, recordId };
}
