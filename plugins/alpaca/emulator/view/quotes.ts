import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import type { AlpacaWorld } from '../guard.js';
import type { Asset } from '../scenario/facts.js';
import { priceAt, round } from '../scenario/price.js';
import { readSymbols } from './bars.js';
import { checkFeed } from './feeds.js';

/** @see https://docs.alpaca.markets/reference/stocklatestquotes-1 */
export function listLatestQuotes(call: Call, world: AlpacaWorld): Answer {
  checkFeed(call.query.get('feed'), world);
  const quotes = readSymbols(call).flatMap((symbol) => {
    const asset = world.scenario.assets.find((one) => one.symbol === symbol && one.class === 'us_equity');
    return asset === undefined ? [] : [[symbol, renderQuote(asset, world.now())] as const];
  });
  return json({ quotes: Object.fromEntries(quotes) });
}

/** @param away What the price is away from that of the moment. */
export function renderQuote(asset: Asset, now: number, away = 0): Record<string, unknown> {
  const price = priceAt(asset, now) + away;
  return {
    ap: round(price + 0.01),
    as: 2,
    ax: 'V',
    bp: round(price - 0.01),
    bs: 3,
    bx: 'V',
    c: ['R'],
    t: `${new Date(now).toISOString().slice(0, -1)}123456Z`,
    z: 'C',
  };
}
