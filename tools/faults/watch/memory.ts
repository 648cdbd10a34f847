import type { HostMemory } from '../host/messages.ts';

/** The memory of the host when all faults of one kind in one round are over. */
export interface MemorySample extends HostMemory {
  readonly fault: string;
  readonly round: number;
}

/** How much the memory of the host has grown, in bytes. */
export interface Growth {
  readonly live: number;
  readonly rss: number;
}

/** In the first round code is compiled and caches fill. */
const FIRST_ROUND = 1;

/**
 * Compares the last round with the second, kind by kind, since each kind leaves other things behind; the median of all
 * kinds counts.
 */
export function growthOf(samples: readonly MemorySample[]): Growth {
  const last = Math.max(...samples.map(({ round }) => round));
  const pairs = samples
    .filter(({ round }) => round === last && last > FIRST_ROUND)
    .flatMap((late) => {
      const early = samples.find(({ fault, round }) => fault === late.fault && round === FIRST_ROUND);
      return early === undefined ? [] : [{ live: late.live - early.live, rss: late.rss - early.rss }];
    });
  return { live: median(pairs.map(({ live }) => live)), rss: median(pairs.map(({ rss }) => rss)) };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
