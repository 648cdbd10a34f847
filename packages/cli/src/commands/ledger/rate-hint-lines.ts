import { printable } from '@bourse/core';
import type { Portfolio } from '@bourse/portfolio';

/** What connections and plugins offer. */
interface Offers {
  readonly connections: { list(): readonly Offer[] };
  list(): readonly Offer[];
}

interface Offer {
  readonly id: string;
  readonly services: readonly string[];
}

/** What to type for newer exchange rates, where those of a portfolio are old or lacking. */
export function rateHintLines(
  manager: Offers,
  { totals, problems }: Pick<Portfolio, 'totals' | 'problems'>,
): string[] {
  const isOld = totals.base?.rates.some(({ stale }) => stale) ?? false;
  if (!isOld && !problems.some(({ code }) => code === 'RATE_MISSING')) return [];
  const connection = manager.connections.list().find(({ services }) => services.includes('rates'));
  if (connection !== undefined)
    return ['', `→ Bring exchange rates up to date: bourse sync ${connection.id}`];
  const plugin = manager.list().find(({ services }) => services.includes('rates'));
  return plugin === undefined
    ? []
    : ['', `→ Have exchange rates of every day: bourse connect ${printable(plugin.id)}`];
}
