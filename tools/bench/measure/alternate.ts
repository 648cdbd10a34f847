import { median } from './median.ts';

/** Gives how many milliseconds one run took; what it has to prepare and to clear away is not counted. */
export type Run = () => Promise<number> | number;

export interface Rounds {
  readonly rounds?: number;
  /** Rounds before those that count, in which code is compiled and caches are filled. */
  readonly warmUp?: number;
}

/**
 * Runs several things by turns, A B C A B C …, so that what slows down the machine slows down all of them, and gives the
 * median of each in milliseconds.
 */
export async function alternate<Name extends string>(
  runs: Readonly<Record<Name, Run>>,
  { rounds = 9, warmUp = 2 }: Rounds = {},
): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const name of names) {
      const milliseconds = await runs[name]();
      if (round >= warmUp) times.get(name)?.push(milliseconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

/** Milliseconds that something takes. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** A run of so many calls, each after the answer to the one before. */
export function inARow(calls: number, call: () => Promise<unknown>): Run {
  return () =>
    timed(async () => {
      for (let count = 0; count < calls; count += 1) await call();
    });
}
