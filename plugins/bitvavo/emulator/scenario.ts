/** One change of the account, as both the exported history and the API tell it. Amounts are exact decimals. */
export interface BitvavoBooking {
  /** The `Transaction ID` of the exported history; taken to be the id of the trade, too. */
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  readonly type: string;
  readonly symbol: string;
  /** Signed change of the balance in `symbol`, the network fee of a withdrawal included. */
  readonly change: string;
  /** What a trade was paid with; the change is signed and includes the fee. */
  readonly quote?: { readonly symbol: string; readonly price: string; readonly change: string };
  readonly fee?: { readonly symbol: string; readonly amount: string };
  readonly address?: string;
}

/** A limit order that waits; what it holds is part of the balance but not available. */
export interface BitvavoOpenOrder {
  readonly orderId: string;
  readonly market: string;
  readonly side: 'buy' | 'sell';
  readonly created: number;
  readonly amount: string;
  readonly price: string;
  readonly onHold: string;
  readonly onHoldCurrency: string;
}

/** What is true of one account and its markets. */
export interface BitvavoScenario {
  /** Oldest first. */
  bookings: BitvavoBooking[];
  openOrders: BitvavoOpenOrder[];
  /** Staked amounts by asset, part of the balance but not available. */
  staked: Record<string, string>;
  /** The last price of each market. */
  prices: Record<string, string>;
  fees: { readonly maker: string; readonly taker: string; readonly volume: string };
  /** Periods without any trade, from and up to in milliseconds: candles of them do not exist. */
  quiet: { readonly from: number; readonly to: number }[];
}
