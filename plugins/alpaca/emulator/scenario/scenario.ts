import type { Activity, Asset, Holidays } from './facts.js';

/** One account at Alpaca and the market around it. Every view of the protocol is rendered from it. */
export interface AlpacaScenario {
  /** Where the keys are good; the other environment refuses them. */
  environment: 'paper' | 'live';
  account: {
    readonly id: string;
    readonly number: string;
    readonly currency: string;
    readonly createdAt: string;
    status: string;
  };
  /** Of `basic`, `sip` data are refused; the feed `iex` is open to both. */
  dataPlan: 'basic' | 'plus';
  assets: Asset[];
  /** All bookings, in any order. Cash and positions follow from them. */
  activities: Activity[];
  holidays: Holidays;
  /** Requests to the trading API that one key may make in a minute. */
  requestsPerMinute: number;
  /** Symbols that one connection of the data stream may have on the plan. */
  streamSymbols: number;
}
