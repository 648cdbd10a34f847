import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError, type ProblemCode } from '../../interfaces/index.js';

/** The longest that one page is waited for where the institution says until when, in milliseconds. */
const LONGEST_WAIT_MS = 120_000;

/** Where the plugin does not say it: the gateway lets no request through before the institution wants one. */
const UNSAID_WAIT_MS = 1_000;

/** Pauses before a page is asked for again that nobody answered, in milliseconds. */
const PAUSES_MS: readonly number[] = [1_000, 4_000];

/** Times that one page is asked for again because there were too many requests. */
const MAX_RATE_LIMITS = 5;

export interface PatienceOptions {
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
  /** Told until when is waited, in milliseconds since 1970, and for what. */
  readonly onWaiting?: ((until: number, why: ProblemCode) => void) | undefined;
  /** Default: real time. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>) | undefined;
}

/** Asks again for what failed for a while only. Nothing is asked again that the institution has refused. */
export async function patiently<Answer>(
  ask: () => Promise<Answer>,
  options: PatienceOptions,
): Promise<Answer> {
  let failures = 0;
  let limits = 0;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProblemError) || options.signal?.aborted === true) throw error;
      const milliseconds =
        error.code === 'RATE_LIMITED'
          ? pauseOfLimit(error, (limits += 1), options.now())
          : pauseOfFailure(error, (failures += 1));
      if (milliseconds === undefined) throw error;
      options.onWaiting?.(options.now() + milliseconds, error.code);
      await (options.wait ?? sleepUntil)(milliseconds, options.signal);
    }
  }
}

function pauseOfLimit({ retryAt }: ProblemError, count: number, now: number): number | undefined {
  if (count > MAX_RATE_LIMITS) return undefined;
  const wanted = retryAt === undefined ? UNSAID_WAIT_MS : Math.max(0, Date.parse(retryAt) - now);
  return wanted > LONGEST_WAIT_MS ? undefined : wanted;
}

function pauseOfFailure({ code, retry }: ProblemError, count: number): number | undefined {
  return code === 'UNAVAILABLE' && retry !== 'unknown-outcome' ? PAUSES_MS[count - 1] : undefined;
}

function sleepUntil(milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> {
  return sleep(milliseconds, undefined, signal === undefined ? {} : { signal });
}
