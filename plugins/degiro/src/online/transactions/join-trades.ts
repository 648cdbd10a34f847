import type { TransactionDraft } from '@bourse/sdk';
import { canonical } from '../../statement/row/decimals.js';
import type { SiteTrade } from './site-trade.js';
import { toAutoFxCharge, toTransaction, type TradingAccount } from './to-transaction.js';

/** What the two reports of the same days say of trades. */
export interface TradeReports {
  /** Read from the movements of the account: cash, order and costs. */
  readonly booked: readonly TransactionDraft[];
  /** Read from the transactions: ids, venues, seconds and what AutoFX cost. */
  readonly trades: readonly SiteTrade[];
  /** Tells whether the account books something for a product on a day. */
  isBooked(productId: string, date: string): boolean;
}

/**
 * Joins what the account books with what the transactions say of it. A trade whose booking is in words that nobody knows
 * is told by the transactions alone.
 */
export function joinTrades(
  { booked, trades, isBooked }: TradeReports,
  account: TradingAccount,
): TransactionDraft[] {
  const free = new Set(trades);
  const joined = booked.map((draft) => {
    const trade = findTrade(draft, free);
    if (trade === undefined) return draft;
    free.delete(trade);
    return addTrade(draft, trade, account);
  });
  const rest = [...free].map((trade) =>
    toTransaction(trade, account, { isBookedApart: isBooked(trade.product.id, trade.time.date) }),
  );
  return [...joined, ...rest];
}

/** The trade of the same terms and day, the nearest in time. */
function findTrade(draft: TransactionDraft, free: ReadonlySet<SiteTrade>): SiteTrade | undefined {
  return [...free]
    .filter((trade) => keyOf(draft) === keyOfTrade(trade))
    .reduce<SiteTrade | undefined>(
      (best, next) => (best === undefined || distance(draft, next) < distance(draft, best) ? next : best),
      undefined,
    );
}

function addTrade(draft: TransactionDraft, trade: SiteTrade, account: TradingAccount): TransactionDraft {
  return {
    ...draft,
    executionId: trade.id,
    charges: [...draft.charges, ...toAutoFxCharge(trade, account)].slice(0, 64),
    tradedAt: trade.time.instant,
    ...(trade.venue === undefined ? {} : { venue: trade.venue }),
  };
}

function keyOf({ instrument, tradeDate, side, quantity, grossAmount, currency }: TransactionDraft): string {
  const amounts = [quantity, grossAmount].map(canonical);
  return [instrument.isin ?? instrument.name, tradeDate, side, ...amounts, currency].join(' | ');
}

function keyOfTrade({ product, time, side, quantity, total }: SiteTrade): string {
  const { isin, name } = product.instrument;
  const amounts = [quantity, total.amount.replace(/^-/, '')].map(canonical);
  return [isin ?? name, time.date, side, ...amounts, total.currency].join(' | ');
}

function distance({ tradedAt }: TransactionDraft, { time }: SiteTrade): number {
  return tradedAt === undefined ? 0 : Math.abs(Date.parse(tradedAt) - Date.parse(time.instant));
}
