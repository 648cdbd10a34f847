import { Feed } from './stream/feed.js';
import { RateLimit } from './rate-limit.js';

/** What one run of the emulator keeps. */
export interface AlpacaState {
  readonly rateLimit: RateLimit;
  /** Publishes quotes, trades and bars to the subscribers of the data stream, and order updates to the trade stream. */
  readonly feed: Feed;
}

export function makeState(): AlpacaState {
  return { rateLimit: new RateLimit(), feed: new Feed() };
}
