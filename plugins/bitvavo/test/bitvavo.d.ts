/** The part of Bitvavo's own client that tests call; it comes without types. */
declare module 'bitvavo' {
  import type { EventEmitter } from 'node:events';

  type Parameters = Readonly<Record<string, unknown>>;
  type Row = Readonly<Record<string, string>>;

  export interface Bitvavo {
    options(options: Readonly<Record<string, string>>): Bitvavo;
    getEmitter(): EventEmitter;
    markets(parameters: Parameters): Promise<unknown>;
    assets(parameters: Parameters): Promise<unknown>;
    book(market: string, parameters: Parameters): Promise<{ bids: unknown }>;
    candles(market: string, interval: string, parameters: Parameters): Promise<unknown[]>;
    ticker24h(parameters: Parameters): Promise<unknown>;
    getOrder(market: string, orderId: string | undefined): Promise<unknown>;
    getOrders(market: string, parameters: Parameters): Promise<Row[]>;
    ordersOpen(parameters: Parameters): Promise<Row[]>;
    trades(market: string, parameters: Parameters): Promise<Row[]>;
    balance(parameters: Parameters): Promise<Row[]>;
    depositHistory(parameters: Parameters): Promise<unknown[]>;
    withdrawalHistory(parameters: Parameters): Promise<unknown[]>;
    readonly websocket: {
      balance(parameters: Parameters): Promise<void>;
      subscriptionBook(market: string, tell: (book: { nonce: number; bids: unknown }) => void): Promise<void>;
      close(): Promise<void>;
    };
  }

  export default function create(): Bitvavo;
}
