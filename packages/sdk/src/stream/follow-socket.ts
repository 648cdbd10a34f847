import { ProblemError } from '@bourse/core/interfaces';
import { SocketLine, type SocketTalk } from './socket-line.js';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Connections in a row after a lost one that may be lost as well. */
const MAX_RETRIES = 6;

/** A stream of items over a WebSocket, and what has to happen before each connection. */
export interface SocketStream<Item> extends SocketTalk<Item> {
  /** Makes the institution ready for one more connection. */
  prepare?(): Promise<void>;
}

/**
 * Items as they come, over one connection at a time; after a loss it waits, 1 s at first and at most 30, and connects
 * again. Ends when the signal says so.
 *
 * @throws ProblemError UNAVAILABLE when a connection and six more after it were lost and none of them was confirmed
 */
export async function* followSocket<Item>(stream: SocketStream<Item>): AsyncGenerator<Item, void, void> {
  const { signal } = stream;
  for (let retries = 0; retries <= MAX_RETRIES; retries += 1) {
    if (retries > 0) await pause(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (retries - 1)), signal);
    if (signal.aborted) return;
    await stream.prepare?.();
    const line = new SocketLine(stream);
    try {
      yield* line.items();
    } finally {
      line.close();
    }
    if (line.isConfirmed) retries = 0;
  }
  throw new ProblemError({
    code: 'UNAVAILABLE',
    message: `The stream at ${new URL(stream.url).host} cannot be reached.`,
  });
}

/** Ends early when the signal says so. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
