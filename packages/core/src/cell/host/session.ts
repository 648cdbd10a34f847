import type { Problem } from '../../interfaces/problems/problem.js';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import {
  encodeContentFrame,
  encodeJsonFrame,
  FRAME_HEADER_BYTES,
  FRAME_JSON,
  FRAME_LIMIT_BYTES,
} from '../channel/frame.js';
import type { GuestMessage, HostMessage } from '../channel/messages.js';
import { parseGuestMessage, readGuestMessage } from '../channel/parse-guest-message.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { Belts } from './belts.js';
import type { CellTap } from './cell-tap.js';
import { GatewayDesks, type GatewayPorts } from './gateway-desks.js';
import { LogDesk } from './log-desk.js';
import type { LogLine } from './log-line.js';
import { OpenCalls } from './open-calls.js';
import { Steps } from './steps.js';
import { TimerDesk } from './timer-desk.js';
import type { PluginTimers } from './timers.js';

export interface SessionOptions {
  readonly now: () => number;
  readonly send: (frame: Buffer) => void;
  readonly timers: PluginTimers;
  readonly belts: Pick<Belts, 'messageCheck' | 'floodLimits'>;
  readonly tap: CellTap | undefined;
  /** What the plugin may ask for. */
  readonly ports: GatewayPorts;
  readonly onLog: (line: LogLine) => void;
  readonly onPong: () => void;
  /** The guest said that it ends because of an error that nobody caught. */
  readonly onCrash: (message: string, stack: string | undefined) => void;
  /** A call was opened or closed. */
  readonly onOpenCalls: () => void;
}

/** The host's end of the conversation with one guest: takes what may come, and refuses all else as a violation. */
export class Session {
  readonly steps = new Steps();
  readonly calls: OpenCalls;
  readonly #options: SessionOptions;
  readonly #timers: TimerDesk;
  readonly #log: LogDesk;
  readonly #gateway: GatewayDesks;
  #pingsOpen = 0;

  constructor(options: SessionOptions) {
    const { now, send, timers, belts, onLog, onOpenCalls } = options;
    const say = (message: HostMessage): void => this.say(message);
    this.#options = options;
    const sendContent = (id: number, bytes: Uint8Array): void => {
      send(encodeContentFrame(id, bytes));
      options.tap?.sentContent(id, bytes);
    };
    const told = (code: unknown): Problem | undefined => this.#gateway.told(code);
    const onOver = (id: number, isGivenUp: boolean): void => this.#gateway.callOver(id, isGivenUp);
    this.calls = new OpenCalls({ now, say, sendContent, told, onOver, onChange: onOpenCalls });
    this.#timers = new TimerDesk({ timers, now, say, limited: belts.floodLimits });
    this.#log = new LogDesk({ onLog, limited: belts.floodLimits });
    const openCalls = (): Iterable<number> => this.calls.ids;
    this.#gateway = new GatewayDesks({
      ...options.ports,
      now,
      say,
      send,
      openCalls,
      limited: belts.floodLimits,
    });
    this.steps.ready.begin();
  }

  receive(kind: number, payload: Buffer): void {
    if (kind !== FRAME_JSON) return this.#gateway.handleBytes(kind, payload);
    const { belts, tap } = this.#options;
    const message = belts.messageCheck ? parseGuestMessage(payload) : readGuestMessage(payload);
    this.#handle(message);
    tap?.received(message, payload);
  }

  say(message: HostMessage): void {
    const frame = encodeJsonFrame(JSON.stringify(message));
    if (frame.length - FRAME_HEADER_BYTES > FRAME_LIMIT_BYTES) throw tooLarge(frame.length);
    if (message.type === 'activate') this.#gateway.open();
    this.#options.send(frame);
    this.#options.tap?.sent(message);
  }

  ping(): void {
    this.#pingsOpen += 1;
    this.say({ type: 'ping' });
  }

  /** The cell is gone: whatever waits for it fails. */
  fail(problem: ProblemError, problemOfCall: Parameters<OpenCalls['fail']>[0] = () => problem): void {
    this.#timers.close();
    this.#gateway.close();
    this.steps.fail(problem);
    this.calls.fail(problemOfCall);
  }

  #handle(message: GuestMessage): void {
    switch (message.type) {
      case 'result':
      case 'item':
      case 'end':
      case 'problem':
        return this.calls.handleAnswer(message);
      case 'contentCredit':
        return this.calls.handleContentCredit(message);
      case 'timer':
        return this.#timers.set(message.id, message.delay);
      case 'clear':
        return this.#timers.clear(message.id);
      case 'pong':
        return this.#handlePong();
      case 'log':
        return this.#log.take(message);
      case 'crash':
        return this.#options.onCrash(message.message, message.stack);
      case 'ready':
      case 'ack':
      case 'loaded':
      case 'activated':
      case 'deactivated':
      case 'failed':
        return this.steps.handle(message);
      default:
        return this.#gateway.handle(message);
    }
  }

  #handlePong(): void {
    if (this.#pingsOpen === 0) throw new ProtocolViolation('an answer to no ping');
    this.#pingsOpen -= 1;
    this.#options.onPong();
  }
}

function tooLarge(bytes: number): ProblemError {
  const message = `a message of ${bytes} bytes is too large for a cell`;
  return new ProblemError(toProblem({ code: 'INPUT_TOO_LARGE', message }));
}
