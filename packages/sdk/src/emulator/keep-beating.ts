import type { RunningEmulator } from './running-emulator.js';

const BEAT_MS = 1_000;

/** Lets happen about once a second what goes on by itself, until it is disposed of: for an emulator that is run by hand. */
export function keepBeating(running: Pick<RunningEmulator<unknown, unknown>, 'beat'>): Disposable {
  const pulse = setInterval(() => running.beat(), BEAT_MS);
  return { [Symbol.dispose]: () => clearInterval(pulse) };
}
