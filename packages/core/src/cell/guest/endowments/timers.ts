import { startTimer, stopTimer } from '../timers.js';

type Callback = (...values: unknown[]) => unknown;

export const timerEndowments = {
  setTimeout: (callback: unknown, delay?: unknown, ...values: unknown[]): number =>
    start(callback, delay, values, false),
  setInterval: (callback: unknown, delay?: unknown, ...values: unknown[]): number =>
    start(callback, delay, values, true),
  clearTimeout: (id?: unknown): void => stop(id),
  clearInterval: (id?: unknown): void => stop(id),
  queueMicrotask: (callback: unknown): void => {
    const run = callable(callback);
    hostQueueMicrotask(() => void run());
  },
};

const { queueMicrotask: hostQueueMicrotask } = globalThis;

function start(callback: unknown, delay: unknown, values: unknown[], repeat: boolean): number {
  const run = callable(callback);
  return startTimer(() => void run(...values), Number(delay ?? 0), repeat);
}

function stop(id: unknown): void {
  if (typeof id === 'number') stopTimer(id);
}

function callable(value: unknown): Callback {
  if (typeof value !== 'function') throw new TypeError('the callback is no function');
  return value as Callback;
}
