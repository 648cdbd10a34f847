import { dataError } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';

const FEEDS = new Set(['iex', 'sip', 'delayed_sip']);

/** Refuses a feed that there is not, or that the plan does not have. */
export function checkFeed(given: string | null, { scenario }: Pick<AlpacaWorld, 'scenario'>): void {
  const feed = given ?? (scenario.dataPlan === 'plus' ? 'sip' : 'iex');
  if (!FEEDS.has(feed)) throw new Refusal(dataError(400, `invalid feed: ${feed}`));
  if (feed === 'sip' && scenario.dataPlan === 'basic') {
    throw new Refusal(dataError(403, 'subscription does not permit querying recent SIP data'));
  }
}
