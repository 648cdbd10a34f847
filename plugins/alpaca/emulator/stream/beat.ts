import type { AlpacaWorld } from '../guard.js';
import { renderQuote } from '../view/quotes.js';
import type { MarketMessage } from './feed.js';

/** A quote of each share goes to whoever subscribed to it, up to 5 cents away from the price of the moment. */
export function beat({ state, scenario, random, now }: AlpacaWorld): void {
  const shares = scenario.assets.filter((asset) => asset.class === 'us_equity');
  const quotes = shares.map((asset): MarketMessage => ({
    T: 'q',
    S: asset.symbol,
    ...renderQuote(asset, now(), (random.below(11) - 5) / 100),
  }));
  state.feed.publish(...quotes);
}
