import type { Fault } from './fault.ts';

/** How often a fault is injected in one round. */
export interface Wave {
  readonly fault: Fault;
  readonly count: number;
}

/**
 * Spreads a number of faults over their kinds by weight, and over rounds as evenly as it goes. Every kind comes at least
 * once, also where there are more kinds than were asked for.
 */
export function planRounds(faults: readonly Fault[], total: number, rounds: number): Wave[][] {
  const counts = spread(faults, total);
  return Array.from({ length: rounds }, (_, round) =>
    faults.flatMap((fault, index) => {
      const count = shareOf(counts[index] ?? 0, round, rounds);
      return count === 0 ? [] : [{ fault, count }];
    }),
  );
}

/** The round's part of a number: the parts of all rounds differ by one at most and add up to it. */
function shareOf(count: number, round: number, rounds: number): number {
  return Math.floor((count * (round + 1)) / rounds) - Math.floor((count * round) / rounds);
}

/** One for each kind, and the rest by weight. */
function spread(faults: readonly Fault[], total: number): number[] {
  const weights = faults.reduce((sum, { weight }) => sum + weight, 0);
  const rest = Math.max(0, total - faults.length);
  const counts = faults.map(({ weight }) => 1 + Math.floor((rest * weight) / weights));
  const missing = faults.length + rest - counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, index) => count + (index < missing ? 1 : 0));
}
