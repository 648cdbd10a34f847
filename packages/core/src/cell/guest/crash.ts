import { closeChannel, send } from './channel.js';
import { describeThrown, toFailure } from './failure.js';

/** Exit code of a cell that ended because something in it was thrown and never caught. */
const CRASH_EXIT_CODE = 70;

const { exit } = process;

/** Says why and ends the process: after an error that nobody caught nothing in here can be relied on. */
export function crash(error: unknown): void {
  const { stack } = toFailure(error);
  send({ type: 'crash', message: describeThrown(error), ...(stack === undefined ? {} : { stack }) });
  closeChannel();
  exit(CRASH_EXIT_CODE);
}
