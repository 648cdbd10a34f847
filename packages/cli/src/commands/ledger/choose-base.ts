import type { LedgerData } from '@bourse/portfolio';

/** The currency to add up in where none is asked for: that of most accounts, else that of most bookings. */
export function chooseBase({ accounts, entries }: LedgerData): string | undefined {
  const ofAccounts = [...accounts.values()].map(
    ({ statements }) =>
      statements.findLast(({ account }) => account.baseCurrency !== undefined)?.account.baseCurrency,
  );
  return mostFrequent(ofAccounts) ?? mostFrequent(entries.map(({ currency }) => currency));
}

/** Of several that are equally frequent the first in the alphabet, so that the order of imports does not matter. */
function mostFrequent(currencies: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const currency of currencies)
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [most] = [...counts].sort(([left, many], [right, few]) => few - many || (left < right ? -1 : 1));
  return most?.[0];
}
