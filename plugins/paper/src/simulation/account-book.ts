import type {
  CalendarDate,
  CashMovementDraft,
  CorporateActionDraft,
  DividendDraft,
  FeeDraft,
  TransactionDraft,
} from '@bourse/sdk';
import Big from 'big.js';
import { toCents } from '../world/amounts.js';
import type { Listing } from '../world/listings.js';

/** What the account holds of a listing. */
export interface Holding {
  readonly listing: Listing;
  readonly quantity: Big;
  /** What was paid for it with all charges, in the listing's currency; sales take their share away. */
  readonly cost: Big;
}

const ZERO = new Big(0);

/** The account's records, oldest first, and what they add up to. */
export class AccountBook {
  readonly accountId: string;
  readonly transactions: TransactionDraft[] = [];
  readonly cashMovements: CashMovementDraft[] = [];
  readonly dividends: DividendDraft[] = [];
  readonly fees: FeeDraft[] = [];
  readonly corporateActions: CorporateActionDraft[] = [];
  readonly #cash = new Map<string, Big>();
  readonly #holdings = new Map<string, Holding>();
  readonly #counts = new Map<string, number>();

  constructor(accountId: string) {
    this.accountId = accountId;
  }

  /** Cash by currency, in the order in which the currencies came up. */
  get cash(): ReadonlyMap<string, Big> {
    return this.#cash;
  }

  /** What is held, in the order in which it was first bought. */
  get holdings(): readonly Holding[] {
    return [...this.#holdings.values()].filter((holding) => holding.quantity.gt(0));
  }

  cashOf(currency: string): Big {
    return this.#cash.get(currency) ?? ZERO;
  }

  quantityOf(symbol: string): Big {
    return this.#holdings.get(symbol)?.quantity ?? ZERO;
  }

  /** An id for the next booking of a kind on a day, such as `T-20240105-1`. */
  nextId(kind: string, date: CalendarDate): string {
    const name = `${kind}-${date.replaceAll('-', '')}`;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${name}-${count}`;
  }

  addTrade(listing: Listing, trade: TransactionDraft): void {
    this.transactions.push(trade);
    this.#addCash(trade.netAmount.amount, trade.netAmount.currency);
    const { quantity, cost } = this.#holdings.get(listing.instrument.symbol) ?? {
      quantity: ZERO,
      cost: ZERO,
    };
    const isPurchase = trade.side === 'BUY';
    this.#holdings.set(listing.instrument.symbol, {
      listing,
      quantity: isPurchase ? quantity.plus(trade.quantity) : quantity.minus(trade.quantity),
      cost: isPurchase
        ? cost.minus(trade.netAmount.amount)
        : cost.minus(toCents(cost.times(trade.quantity).div(quantity))),
    });
  }

  addCashMovement(movement: CashMovementDraft): void {
    this.cashMovements.push(movement);
    this.#addCash(movement.money.amount, movement.money.currency);
    for (const charge of movement.charges ?? []) {
      if ('money' in charge) this.#addCash(new Big(charge.money.amount).times(-1), charge.money.currency);
    }
  }

  addDividend(dividend: DividendDraft): void {
    this.dividends.push(dividend);
    this.#addCash(dividend.net, dividend.currency);
  }

  addFee(fee: FeeDraft): void {
    this.fees.push(fee);
    this.#addCash(fee.money.amount, fee.money.currency);
  }

  /** A split: more shares for the same cost. */
  addSplit(listing: Listing, split: CorporateActionDraft, newShares: Big): void {
    this.corporateActions.push(split);
    const { symbol } = listing.instrument;
    const held = this.#holdings.get(symbol);
    if (held !== undefined) this.#holdings.set(symbol, { ...held, quantity: held.quantity.plus(newShares) });
  }

  #addCash(amount: Big | string, currency: string): void {
    this.#cash.set(currency, this.cashOf(currency).plus(amount));
  }
}
