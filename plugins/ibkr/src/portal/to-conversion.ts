import { isCurrency, type CashMovementDraft, type Decimal } from '@bourse/sdk';
import { negated, product } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import { EXECUTIONS, type Execution } from './execution.js';

/**
 * A trade of currencies: two movements of cash with one link and the executed rate. The commission is left out, since the
 * API does not say what it was paid in; the statement of the next day does. Undefined where the pair is not named.
 */
export function toConversion(execution: Execution): CashMovementDraft[] | undefined {
  const { row, quantity, price, side } = execution;
  const [, base = '', quote = ''] =
    /^([A-Z]{3})[./]([A-Z]{3})$/.exec(row.text('contract_description_1') ?? '') ?? [];
  if (!isCurrency(base) || !isCurrency(quote)) return undefined;
  const proceeds = product(quantity, price);
  const isSold = side === 'SELL';
  const toLeg = (part: 'base' | 'quote', amount: Decimal, currency: string): CashMovementDraft =>
    compact({
      source: { section: EXECUTIONS, recordId: execution.executionId, part },
      linkId: `${EXECUTIONS}/${execution.executionId}`,
      accountId: execution.accountId,
      type: 'FX_CONVERSION' as const,
      status: 'BOOKED' as const,
      money: { amount, currency },
      fx: { base, quote, rate: price, source: 'EXECUTED' as const },
      bookedAt: execution.tradedAt,
      date: execution.tradeDate,
      description: `${base}.${quote}`,
      derived: part === 'quote' ? ['money', 'date'] : ['date'],
    });
  return [
    toLeg('base', isSold ? negated(quantity) : quantity, base),
    toLeg('quote', isSold ? proceeds : negated(proceeds), quote),
  ];
}
