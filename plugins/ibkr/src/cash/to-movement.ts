import type {
  CashMovementDraft,
  CashMovementType,
  ChargeKind,
  DraftSource,
  FeeDraft,
  RelatesTo,
} from '@bourse/sdk';
import { compact } from '../values/compact.js';
import type { CashRow } from './cash-row.js';

/** The section of all bookings of cash. */
export const CASH_TRANSACTIONS = 'CashTransactions';

/** A cash row as money that moved without a trade, a dividend or a fee. */
export function toMovement(cash: CashRow, type: CashMovementType): CashMovementDraft {
  return compact({
    source: toCashSource(cash),
    accountId: cash.account,
    type,
    status: toStatus(cash),
    money: cash.money,
    bookedAt: cash.bookedAt,
    date: cash.date,
    valueDate: cash.valueDate,
    description: cash.description,
    instrument: cash.instrument,
    relatesTo: type === 'TAX' ? toRelation(cash) : undefined,
    raw: [cash.raw],
  });
}

/** A cash row as a fee that is not part of a trade. */
export function toFee(cash: CashRow, kind: ChargeKind): FeeDraft {
  return compact({
    source: toCashSource(cash),
    accountId: cash.account,
    kind,
    status: toStatus(cash),
    money: cash.money,
    date: cash.date,
    bookedAt: cash.bookedAt,
    description: cash.description,
    instrument: cash.instrument,
    relatesTo: kind === 'ADR' ? toRelation(cash) : undefined,
    raw: [cash.raw],
  });
}

export function toCashSource({ recordId, printedTime, ordinal }: CashRow): DraftSource {
  return compact({ section: CASH_TRANSACTIONS, recordId, printedTime, rows: [ordinal] });
}

function toStatus({ isReversal }: CashRow): 'BOOKED' | 'REVERSAL' {
  return isReversal ? 'REVERSAL' : 'BOOKED';
}

/** The income that a deduction belongs to: that of its instrument on its pay date. */
function toRelation({ instrument, payDate, exDate }: CashRow): RelatesTo | undefined {
  if (instrument === undefined || (payDate ?? exDate) === undefined) return undefined;
  return compact({ payDate, exDate });
}
