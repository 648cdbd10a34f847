import type { Charge, Decimal, TransactionDraft } from '@bourse/sdk';
import { MARGINED } from '../instrument/asset-kinds.js';
import { isZero, negated, product, sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { Contract } from './contracts.js';
import { EXECUTIONS, type Execution } from './execution.js';

/**
 * A fill. Its id is that of the execution, which a Flex statement has beside the id of its booking; both tell of the same
 * trade by the fingerprint of the host: account, day, instrument, side, quantity and amount.
 */
export function toTransaction(execution: Execution, instrument: Contract): TransactionDraft {
  const { row, accountId, executionId, side, quantity, price, tradedAt, tradeDate } = execution;
  const { currency } = instrument;
  const grossAmount = product(quantity, price, instrument.multiplier ?? '1');
  const charges = toCharges(execution.commission, currency);
  const principal = MARGINED.has(instrument.kind) ? '0' : grossAmount;
  const paid = side === 'BUY' ? negated(principal) : principal;
  return compact({
    source: { section: EXECUTIONS, recordId: executionId },
    accountId,
    executionId,
    instrument,
    side,
    quantity,
    price,
    currency,
    grossAmount,
    charges,
    netAmount: { amount: sum(paid, negated(execution.commission ?? '0')), currency },
    tradedAt,
    tradeDate,
    venue: row.text('exchange'),
    status: 'BOOKED' as const,
    derived: ['grossAmount', 'netAmount', 'tradeDate'],
  });
}

/** The API does not say what a commission is paid in; that of an instrument is charged in what it trades in. */
function toCharges(commission: Decimal | undefined, currency: string): Charge[] {
  if (commission === undefined || isZero(commission)) return [];
  return [{ kind: 'COMMISSION', money: { amount: commission, currency } }];
}
