import { TIMER_LIMIT, type HostMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { RateGate } from './rate-gate.js';
import type { PluginTimers } from './timers.js';

/** A cell that sets timers faster is held back, so that its timers do not keep the host busy. */
const BURST = 1_000;
const PER_SECOND = 500;

/** Timers set and cleared beyond the rate before it is no accident any more. */
const TOLERATED = 20_000;

export interface TimerDeskOptions {
  readonly timers: PluginTimers;
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  readonly limited: boolean;
}

/** Wakes the guest when it asked to be. */
export class TimerDesk {
  readonly #options: TimerDeskOptions;
  readonly #gate = new RateGate({ burst: BURST, perSecond: PER_SECOND, now: () => performance.now() });
  /** Timers that were cleared and do not wait. */
  readonly #lateGate = new RateGate({ burst: BURST, perSecond: PER_SECOND, now: () => performance.now() });
  readonly #waiting = new Set<number>();

  constructor(options: TimerDeskOptions) {
    this.#options = options;
  }

  set(id: number, delay: number): void {
    const { timers, say, now, limited } = this.#options;
    const excess = limited ? this.#gate.excess() : 0;
    if (excess > TOLERATED) throw new ProtocolViolation('a flood of timers');
    if (this.#waiting.has(id)) throw new ProtocolViolation('a timer set twice');
    if (limited && this.#waiting.size >= TIMER_LIMIT) throw new ProtocolViolation('too many timers');
    this.#waiting.add(id);
    const heldBack = (excess / PER_SECOND) * 1_000;
    timers.set(id, Math.max(delay, heldBack), () => {
      this.#waiting.delete(id);
      say({ type: 'fire', timer: id, now: now() });
    });
  }

  /** The timer may have fired while the message was on its way, but not each time. */
  clear(id: number): void {
    const { timers, limited } = this.#options;
    if (this.#waiting.delete(id)) timers.clear(id);
    else if (limited && this.#lateGate.excess() > TOLERATED) throw new ProtocolViolation('a flood of timers');
  }

  close(): void {
    this.#options.timers.clearAll();
  }
}
