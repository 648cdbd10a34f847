import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import Big from 'big.js';
import { notFound } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';
import type { Asset } from '../scenario/facts.js';
import { priceAt, splitFactor } from '../scenario/price.js';
import { holdingsOf, type Holding } from './holdings.js';

const DAY_MS = 86_400_000;

interface ValuedPosition extends Holding {
  readonly asset: Asset;
  readonly price: number;
  readonly lastDayPrice: number;
  readonly value: Big;
}

/** What is held now, at the prices of now. */
export function valuePositions({ scenario, now }: AlpacaWorld): ValuedPosition[] {
  const { bySymbol } = holdingsOf(scenario.activities);
  return [...bySymbol].flatMap(([symbol, holding]) => {
    const asset = scenario.assets.find((one) => one.symbol === symbol);
    if (asset === undefined || holding.quantity.eq(0)) return [];
    const at = (moment: number): number => priceAt(asset, moment) * splitFactor(asset, moment);
    const price = at(now());
    return [
      { ...holding, asset, price, lastDayPrice: at(now() - DAY_MS), value: holding.quantity.times(price) },
    ];
  });
}

/** @see https://docs.alpaca.markets/reference/getallopenpositions */
export function listPositions(_: Call, world: AlpacaWorld): Answer {
  return json(valuePositions(world).map(render));
}

/** @see https://docs.alpaca.markets/reference/getopenposition */
export function getPosition({ params }: Call, world: AlpacaWorld): Answer {
  const found = valuePositions(world).find(
    ({ asset }) =>
      asset.id === params.symbol || spell(asset) === params.symbol || asset.symbol === params.symbol,
  );
  if (found === undefined) throw new Refusal(notFound('position does not exist'));
  return json(render(found));
}

function render({
  asset,
  quantity,
  cost,
  price,
  lastDayPrice,
  value,
}: ValuedPosition): Record<string, unknown> {
  const gain = value.minus(cost);
  const today = quantity.times(new Big(price).minus(lastDayPrice));
  const ratio = (part: Big, whole: Big): string =>
    whole.eq(0) ? '0' : part.div(whole.abs()).round(10).toFixed();
  return {
    asset_id: asset.id,
    symbol: spell(asset),
    exchange: asset.exchange,
    asset_class: asset.class,
    asset_marginable: asset.class === 'us_equity',
    qty: quantity.toFixed(),
    qty_available: quantity.toFixed(),
    side: quantity.lt(0) ? 'short' : 'long',
    avg_entry_price: cost.div(quantity).round(9).toFixed(),
    market_value: value.toFixed(),
    cost_basis: cost.toFixed(),
    unrealized_pl: gain.toFixed(),
    unrealized_plpc: ratio(gain, cost),
    unrealized_intraday_pl: today.toFixed(),
    unrealized_intraday_plpc: ratio(today, value),
    current_price: String(price),
    lastday_price: String(lastDayPrice),
    change_today: ratio(new Big(price).minus(lastDayPrice), new Big(lastDayPrice)),
  };
}

/** Positions spell a pair without the slash. */
function spell({ symbol }: Asset): string {
  return symbol.replace('/', '');
}
