import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import { notFound } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';
import type { Asset } from '../scenario/facts.js';

/** @see https://docs.alpaca.markets/reference/get-v2-assets-1 */
export function listAssets({ query }: Call, { scenario }: AlpacaWorld): Answer {
  const isWanted = ({ status, class: kind, exchange }: Asset): boolean =>
    matches(query, 'status', status) &&
    matches(query, 'asset_class', kind) &&
    matches(query, 'exchange', exchange);
  return json(scenario.assets.filter(isWanted).map(render));
}

/** @see https://docs.alpaca.markets/reference/get-v2-assets-symbol_or_asset_id */
export function getAsset({ params }: Call, { scenario }: AlpacaWorld): Answer {
  const found = scenario.assets.find(({ id, symbol }) => id === params.symbol || symbol === params.symbol);
  if (found === undefined) throw new Refusal(notFound(`asset not found for ${params.symbol ?? ''}`));
  return json(render(found));
}

function matches(query: URLSearchParams, name: string, value: string): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted === value;
}

/** CUSIPs are given by agreement only, so there is none; an ISIN there never is. */
function render({ id, symbol, name, class: kind, exchange, status }: Asset): Record<string, unknown> {
  return {
    id,
    class: kind,
    exchange,
    symbol,
    name,
    status,
    tradable: status === 'active',
    marginable: kind === 'us_equity',
    shortable: kind === 'us_equity',
    easy_to_borrow: kind === 'us_equity',
    fractionable: true,
    attributes: [],
  };
}
