import { isDecimal, type Charge, type FxRate, type TransactionDraft } from '@bourse/sdk';
import { isZero, magnitude, negated, sum } from '../../statement/row/decimals.js';
import type { SiteTrade } from './site-trade.js';

/** Whose trades they are. */
export interface TradingAccount {
  readonly id: string;
  readonly baseCurrency: string;
}

/** The cost of AutoFX. The booked conversion has it in its rate already. */
export function toAutoFxCharge({ autoFxFee }: SiteTrade, { baseCurrency }: TradingAccount): Charge[] {
  if (isZero(autoFxFee)) return [];
  const money = { amount: negated(autoFxFee), currency: baseCurrency };
  return [{ kind: 'FX_CONVERSION', money, included: true }];
}

/**
 * A trade as the transactions alone tell it. Where the account books nothing for it that could be told beside, the
 * settlement in the account's currency is its cash effect, with all costs; else its own value is.
 */
export function toTransaction(
  trade: SiteTrade,
  account: TradingAccount,
  { isBookedApart }: { readonly isBookedApart: boolean },
): TransactionDraft {
  const { id, product, time, side, quantity, price, total, venue } = trade;
  return {
    accountId: account.id,
    source: { section: 'transaction', recordId: id },
    executionId: id,
    instrument: product.instrument,
    side,
    quantity,
    price,
    ...(product.instrument.kind === 'BOND' ? { priceType: 'PERCENTAGE' } : {}),
    currency: total.currency,
    grossAmount: magnitude(total.amount),
    ...(isBookedApart ? bookedApart(trade, account) : settled(trade, account)),
    tradedAt: time.instant,
    tradeDate: time.date,
    ...(venue === undefined ? {} : { venue }),
    status: 'BOOKED',
  };
}

type Settlement = Pick<TransactionDraft, 'charges' | 'netAmount' | 'fx'>;

function bookedApart(trade: SiteTrade, account: TradingAccount): Settlement {
  return { charges: toAutoFxCharge(trade, account), netAmount: trade.total };
}

function settled(trade: SiteTrade, { baseCurrency }: TradingAccount): Settlement {
  const { total, fee, autoFxFee, totalPlusAllFees } = trade;
  const charges = [
    ...toCharges('COMMISSION', fee, baseCurrency),
    ...toCharges('FX_CONVERSION', autoFxFee, baseCurrency),
  ];
  if (total.currency === baseCurrency) {
    return { charges, netAmount: { amount: sum([total.amount, fee, autoFxFee]), currency: baseCurrency } };
  }
  const fx = toRate(trade, baseCurrency);
  // Without a rate the value stays in its own currency, and the costs beside it.
  if (fx === undefined || totalPlusAllFees === undefined) return { charges, netAmount: total };
  return { charges, netAmount: { amount: totalPlusAllFees, currency: baseCurrency }, fx };
}

function toCharges(kind: 'COMMISSION' | 'FX_CONVERSION', fee: string, currency: string): Charge[] {
  return isZero(fee) ? [] : [{ kind, money: { amount: negated(fee), currency } }];
}

function toRate({ rate, total, time }: SiteTrade, baseCurrency: string): FxRate | undefined {
  if (rate === undefined || !isDecimal(rate) || isZero(rate)) return undefined;
  return { base: baseCurrency, quote: total.currency, rate, source: 'EXECUTED', date: time.date };
}
