import { TIMER_LIMIT } from '../channel/messages.js';
import { Allowance } from './allowance.js';
import { holds } from './belts.js';
import { send } from './channel.js';

interface Timer {
  readonly run: () => void;
  /** Milliseconds between two runs; undefined: once. */
  readonly every: number | undefined;
}

/** The longest delay of a timer, as in browsers; a longer one fires at once. */
const LONGEST_DELAY = 0x7fff_ffff;

const starts = new Allowance(10_000, 400);
const timers = new Map<number, Timer>();
let lastId = 0;

/** Asks the host to wake us; the plugin holds a number and nothing of the timer. */
export function startTimer(run: () => void, delay: number, repeat: boolean): number {
  if (timers.size >= TIMER_LIMIT && holds('floodLimits')) {
    throw new RangeError(`more than ${TIMER_LIMIT} timers are waiting`);
  }
  if (!starts.take()) throw new RangeError('too many timers in a short time');
  const milliseconds = delay >= 1 && delay <= LONGEST_DELAY ? Math.trunc(delay) : 1;
  lastId += 1;
  timers.set(lastId, { run, every: repeat ? milliseconds : undefined });
  send({ type: 'timer', id: lastId, delay: milliseconds });
  return lastId;
}

export function stopTimer(id: number): void {
  if (timers.delete(id)) send({ type: 'clear', id });
}

/** The host says that a timer is due. One that was cleared meanwhile is not run. */
export function fireTimer(id: number): void {
  const timer = timers.get(id);
  if (timer === undefined) return;
  if (timer.every === undefined) timers.delete(id);
  else send({ type: 'timer', id, delay: timer.every });
  timer.run();
}
