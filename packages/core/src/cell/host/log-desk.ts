import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { LogLine } from './log-line.js';
import { RateGate } from './rate-gate.js';

/** Twice what an honest guest sends, which counts its lines itself. */
const BURST = 2_000;
const PER_SECOND = 400;

/** Lines beyond the rate before it is no accident any more. */
const TOLERATED = 10_000;

export interface LogDeskOptions {
  readonly onLog: (line: LogLine) => void;
  readonly limited: boolean;
}

/** Takes the plugin's log lines, as far as it can be read. */
export class LogDesk {
  readonly #options: LogDeskOptions;
  readonly #gate = new RateGate({ burst: BURST, perSecond: PER_SECOND, now: () => performance.now() });

  constructor(options: LogDeskOptions) {
    this.#options = options;
  }

  take({ level, message, fields }: LogLine): void {
    const excess = this.#options.limited ? this.#gate.excess() : 0;
    if (excess > TOLERATED) throw new ProtocolViolation('a flood of log lines');
    if (excess === 0) this.#options.onLog({ level, message, ...(fields === undefined ? {} : { fields }) });
  }
}
