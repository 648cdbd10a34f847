import type { CellVerdict } from '../host/cell-exit.js';
import type { Crash } from './crash-history.js';

/** So many crashes within this time, and the plugin is not started any more. */
export const CRASHES_UNTIL_QUARANTINE = 3;
export const CRASH_WINDOW_MS = 5 * 60_000;

/** The pause after the first crash; it doubles with each further one. */
const FIRST_PAUSE_MS = 500;

export type StartDecision =
  | { readonly kind: 'start' }
  | { readonly kind: 'quarantined' }
  | { readonly kind: 'wait'; readonly until: number };

/** Whether a cell may be started after these crashes of the last five minutes. `jitter` in [0, 1) spreads the pause over its upper half. */
export function decideStart(crashes: readonly Crash[], now: number, jitter: number): StartDecision {
  const last = crashes.at(-1);
  if (last === undefined) return { kind: 'start' };
  if (crashes.length >= CRASHES_UNTIL_QUARANTINE) return { kind: 'quarantined' };
  const pause = FIRST_PAUSE_MS * 2 ** (crashes.length - 1) * (0.5 + jitter / 2);
  const until = last.at + pause;
  return now >= until ? { kind: 'start' } : { kind: 'wait', until };
}

/** Whether the plugin is to blame for the end of its cell. */
export function countsAsCrash({ reason, largeInput = false }: CellVerdict): boolean {
  return reason !== 'stopped' && reason !== 'start-failed' && !largeInput;
}
