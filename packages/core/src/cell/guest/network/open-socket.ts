import { FRAME_SOCKET } from '../../channel/frame.js';
import {
  CLOSE_REASON_BYTES,
  SOCKET_MESSAGE_BYTES,
  SOCKET_SEND_WINDOW,
  SOCKET_WAITING_BYTES,
  SOCKET_WINDOW,
} from '../../channel/network-limits.js';
import { send, sendBytes } from '../channel.js';

export interface SocketParts {
  readonly url: string;
  readonly protocols: readonly string[];
}

export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
  readonly clean: boolean;
  /** Why it failed. */
  readonly error: Error | undefined;
}

export interface SocketHandlers {
  opened(protocol: string): void;
  message(data: string | Uint8Array): void;
  closed(end: SocketEnd): void;
}

/** One socket of the plugin on the channel. */
export class OpenSocket {
  readonly handlers: SocketHandlers;
  readonly #id: number;
  readonly #waiting: (string | Uint8Array)[] = [];
  #waitingBytes = 0;
  #credit = SOCKET_SEND_WINDOW;
  #handled = 0;
  #closing: { readonly code?: number; readonly reason?: string } | undefined;
  #isOver = false;

  constructor(id: number, { url, protocols }: SocketParts, handlers: SocketHandlers) {
    this.#id = id;
    this.handlers = handlers;
    send({ type: 'socketOpen', id, url, protocols });
  }

  /** Bytes that wait for the host. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** @throws RangeError where the message is too long or too much waits already */
  send(message: string | Uint8Array): void {
    const bytes = sizeOf(message);
    if (bytes > SOCKET_MESSAGE_BYTES)
      throw new RangeError(`a message of a socket has at most ${SOCKET_MESSAGE_BYTES} bytes`);
    if (this.#waitingBytes + bytes > SOCKET_WAITING_BYTES)
      throw new RangeError('too much waits to be sent by the socket');
    this.#waiting.push(message);
    this.#waitingBytes += bytes;
    this.#flush();
  }

  sent(count: number): void {
    this.#credit += count;
    this.#flush();
  }

  /** Closes the socket once everything that waits was sent. */
  close(code: number | undefined, reason: string): void {
    if (Buffer.byteLength(reason) > CLOSE_REASON_BYTES)
      throw new RangeError(`the reason has at most ${CLOSE_REASON_BYTES} bytes`);
    this.#closing ??= code === undefined ? {} : { code, reason };
    this.#flush();
  }

  /** A message is handled before the host sends more of them than agreed. */
  receive(data: string | Uint8Array): void {
    this.#handled += 1;
    if (this.#handled >= SOCKET_WINDOW / 2) {
      send({ type: 'socketCredit', id: this.#id, count: this.#handled });
      this.#handled = 0;
    }
    this.handlers.message(data);
  }

  end(): void {
    this.#isOver = true;
    send({ type: 'socketOver', id: this.#id });
  }

  #flush(): void {
    if (this.#isOver) return;
    while (this.#credit > 0) {
      const message = this.#waiting.shift();
      if (message === undefined) break;
      this.#credit -= 1;
      this.#waitingBytes -= sizeOf(message);
      if (typeof message === 'string') send({ type: 'socketSend', id: this.#id, text: message });
      else sendBytes(FRAME_SOCKET, this.#id, message);
    }
    if (this.#closing === undefined || this.#waiting.length > 0) return;
    send({ type: 'socketClose', id: this.#id, ...this.#closing });
    this.#isOver = true;
  }
}

function sizeOf(message: string | Uint8Array): number {
  return typeof message === 'string' ? Buffer.byteLength(message) : message.length;
}
