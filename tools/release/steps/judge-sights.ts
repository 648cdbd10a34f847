import type { Sight } from '../place/user.ts';

/** Compares what somebody has and sees with what the registry has and what was seen before; none where all is well. */
export function judgeSight(
  who: string,
  { versions, portfolio }: Sight,
  { latest, expectedPortfolio }: { latest: ReadonlyMap<string, string>; expectedPortfolio: string },
): string[] {
  const stale = Object.entries(versions)
    .filter(([name, version]) => latest.get(name) !== version)
    .map(([name, version]) => `${who} has ${name} ${version}, not ${latest.get(name) ?? 'none'}.`);
  return portfolio === expectedPortfolio
    ? stale
    : [...stale, `${who} sees another portfolio:\n${portfolio}\nin place of:\n${expectedPortfolio}`];
}
