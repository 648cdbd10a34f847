import type { Asked } from './endpoint.js';
import { BitvavoRefusal, invalidParameter, missingParameter } from './refusal.js';
import type { BitvavoScenario } from './scenario.js';

/** A whole number of the query within limits. */
export function integer(
  asked: Asked,
  name: string,
  limits: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const text = asked.query.get(name);
  if (text === null) return limits.otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= limits.min && value <= limits.max) return value;
  throw invalidParameter(name);
}

/** A period in milliseconds, both ends in it; without parameters all of time. */
export function period(asked: Asked, from: string, to: string): (time: number) => boolean {
  const limits = { min: 0, max: Number.MAX_SAFE_INTEGER };
  const start = integer(asked, from, { ...limits, otherwise: 0 });
  const end = integer(asked, to, { ...limits, otherwise: limits.max });
  if (start > end) throw invalidParameter(from);
  return (time) => time >= start && time <= end;
}

export function requiredMarket(asked: Asked, scenario: BitvavoScenario): string {
  const market = optionalMarket(asked, scenario);
  if (market === undefined) throw missingParameter('market');
  return market;
}

export function optionalMarket(asked: Asked, { prices }: BitvavoScenario): string | undefined {
  const market = asked.query.get('market') ?? undefined;
  if (market === undefined || Object.hasOwn(prices, market)) return market;
  throw invalidParameter('market');
}

/** The market that the path names. */
export function knownMarket({ params }: Asked, { prices }: BitvavoScenario): string {
  const { market = '' } = params;
  if (!Object.hasOwn(prices, market)) throw invalidParameter('market');
  return market;
}

/** The part of a list, newest first, between two ids, both in it. */
export function betweenIds<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): readonly Item[] {
  const place = (id: string): number => {
    const index = items.findIndex((item) => idOf(item) === id);
    if (index === -1) throw new BitvavoRefusal(400, 205, 'The id is invalid.');
    return index;
  };
  return items.slice(to === null ? 0 : place(to), from === null ? undefined : place(from) + 1);
}
