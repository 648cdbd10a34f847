import { setTimeout as wait } from 'node:timers/promises';
import { isBusy } from './database-problem.js';

/** Milliseconds between two tries. */
const PAUSE_MS = 50;

/**
 * Does something again while it fails because another host is writing. Nobody is held up between the tries.
 *
 * @throws ProblemError HOST_DATABASE_UNAVAILABLE where the other still writes after `patienceMs`
 */
export async function untilFree<Result>(work: () => Result, patienceMs: number): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
    }
    await wait(PAUSE_MS);
  }
}
