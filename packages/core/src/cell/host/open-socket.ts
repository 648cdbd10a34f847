import type { Problem } from '../../interfaces/problems/problem.js';
import { SOCKET_MESSAGE_BYTES, SOCKET_SEND_WINDOW, SOCKET_WINDOW } from '../channel/network-limits.js';
import type { HostMessage, NetworkMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { toHostProblem } from './host-problem.js';
import type { NetworkPort, NetworkSocket, SocketClosing } from './network-port.js';

export interface OpenSocketOptions {
  readonly port: NetworkPort;
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  /** Sends a binary message to the plugin. */
  readonly sendBytes: (bytes: Uint8Array) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Settles when the socket may be opened. */
  readonly mayStart: (signal: AbortSignal) => Promise<void>;
}

/** What a socket is closed with that failed, and one whose plugin was sent too long a message. */
const FAILED: SocketClosing = { code: 1006, reason: '' };
const TOO_BIG = 1009;

/** One socket of a plugin, from its opening until the guest says that it is over. */
export class OpenSocket {
  readonly #id: number;
  readonly #options: OpenSocketOptions;
  readonly #abort = new AbortController();
  #socket: NetworkSocket | undefined;
  /** Settles when everything that the plugin has sent so far has gone. */
  #sending: Promise<void> = Promise.resolve();
  #sendCredit = SOCKET_SEND_WINDOW;
  #sent = 0;
  #credit = SOCKET_WINDOW;
  #outstanding = 0;
  #wake: (() => void) | undefined;
  #isClosing = false;
  #isOver = false;

  constructor(message: NetworkMessage & { type: 'socketOpen' }, options: OpenSocketOptions) {
    this.#id = message.id;
    this.#options = options;
    void this.#run(new URL(message.url), message.protocols);
  }

  /** A message of the plugin. */
  send(message: string | Uint8Array): void {
    if (this.#isClosing) throw new ProtocolViolation('a message to a socket that is being closed');
    if (this.#sendCredit === 0) throw new ProtocolViolation('a message to a socket beyond the credit');
    const socket = this.#socket;
    if (socket === undefined) throw new ProtocolViolation('a message to a socket that is not open');
    this.#sendCredit -= 1;
    this.#sending = this.#sending.then(() => this.#pass(socket, message));
  }

  addCredit(count: number): void {
    if (count === 0 || count > this.#outstanding)
      throw new ProtocolViolation('credit for messages that were not sent');
    this.#outstanding -= count;
    this.#credit += count;
    this.#wake?.();
  }

  /** The plugin closes it; what it sent before goes first. */
  close(code?: number, reason?: string): void {
    if (this.#isClosing) throw new ProtocolViolation('a socket closed twice');
    this.#isClosing = true;
    const socket = this.#socket;
    if (socket === undefined) {
      this.#abort.abort();
      this.#tellEnd(FAILED);
      return;
    }
    this.#sending = this.#sending
      .then(() => socket.close(code, reason))
      .catch((error: unknown) => this.#fail(error));
  }

  /** Nobody is there any more to hear of it. */
  end(): void {
    this.#isOver = true;
    this.#wake?.();
    this.#abort.abort();
    this.#socket?.close();
  }

  async #run(url: URL, protocols: readonly string[]): Promise<void> {
    const { port, say, now, mayStart } = this.#options;
    const { signal } = this.#abort;
    try {
      await mayStart(signal);
      const socket = await port.connect({ url, protocols, signal });
      if (this.#isOver) return socket.close();
      this.#socket = socket;
      say({ type: 'socketOpened', id: this.#id, protocol: socket.protocol, now: now() });
      for await (const message of socket.messages) {
        await this.#waitForCredit();
        if (this.#isOver) return;
        this.#deliver(message);
      }
      this.#tellEnd(await socket.closed);
    } catch (error) {
      this.#fail(error);
    }
  }

  #deliver(message: string | Uint8Array): void {
    const { say, now, sendBytes } = this.#options;
    this.#credit -= 1;
    this.#outstanding += 1;
    const bytes = typeof message === 'string' ? Buffer.byteLength(message) : message.length;
    if (bytes > SOCKET_MESSAGE_BYTES) {
      this.#socket?.close(TOO_BIG);
      this.#tellEnd({ code: TOO_BIG, reason: '' });
    } else if (typeof message === 'string') {
      say({ type: 'socketMessage', id: this.#id, text: message, now: now() });
    } else sendBytes(message);
  }

  async #pass(socket: NetworkSocket, message: string | Uint8Array): Promise<void> {
    if (this.#isOver) return;
    try {
      await socket.send(message);
    } catch (error) {
      return this.#fail(error);
    }
    this.#sent += 1;
    if (this.#isOver || this.#sent < SOCKET_SEND_WINDOW / 2) return;
    const { say, now } = this.#options;
    this.#sendCredit += this.#sent;
    say({ type: 'socketSent', id: this.#id, count: this.#sent, now: now() });
    this.#sent = 0;
  }

  async #waitForCredit(): Promise<void> {
    while (this.#credit === 0 && !this.#isOver) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  #fail(error: unknown): void {
    if (this.#isOver) return;
    const problem = toHostProblem(error);
    this.#options.onProblem(problem);
    this.#tellEnd(FAILED, problem);
    this.#socket?.close();
  }

  /** Says the last word, once. */
  #tellEnd({ code, reason }: SocketClosing, problem?: Problem): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#wake?.();
    const { say, now } = this.#options;
    const clean = problem === undefined && code !== FAILED.code;
    const failure = problem === undefined ? {} : { problem };
    say({ type: 'socketClosed', id: this.#id, code, reason, clean, ...failure, now: now() });
  }
}
