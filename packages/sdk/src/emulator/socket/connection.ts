import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Call } from '../call/call.js';
import type { FrameFault } from '../fault/fault.js';
import type { JournalFrame } from '../journal/journal-entry.js';
import { serverFrame } from './server-frame.js';

export interface ConnectionParts {
  readonly id: number;
  readonly call: Call;
  readonly socket: WebSocket;
  /** What carries the frames. */
  readonly stream: Duplex;
  takeFaults(): readonly FrameFault[];
  record(direction: JournalFrame['direction'], data: string | Uint8Array): void;
  violate(reason: string): void;
}

/** One open WebSocket, seen from the institution. */
export class Connection {
  /** Unlike that of any other connection of the run. */
  readonly id: number;
  /** The request that opened it. */
  readonly call: Call;
  #parts: ConnectionParts;
  #isCut = false;

  constructor(parts: ConnectionParts) {
    this.id = parts.id;
    this.call = parts.call;
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return !this.#isCut && this.#parts.socket.readyState === this.#parts.socket.OPEN;
  }

  /** Sends a message: text, or binary where it is bytes. Nothing happens where the connection is gone. */
  send(data: string | Uint8Array): void {
    if (!this.isOpen) return;
    let copies = 1;
    for (const fault of this.#parts.takeFaults()) {
      if (fault.kind === 'cutFrame') return this.#cut(serverFrame(data).subarray(0, fault.afterBytes));
      if (fault.kind === 'closeSocket') return this.close(fault.code, fault.reason);
      copies = fault.kind === 'loseFrame' ? 0 : copies * 2;
    }
    for (let sent = 0; sent < copies; sent += 1) {
      this.#parts.record('out', data);
      this.#parts.socket.send(data);
    }
  }

  sendJson(value: unknown): void {
    this.send(JSON.stringify(value));
  }

  /** Ends the connection with a closing handshake; 1000 unless told. */
  close(code = 1000, reason = ''): void {
    this.#parts.socket.close(code, reason);
  }

  /** Ends it without a word. */
  cut(): void {
    this.#cut(new Uint8Array());
  }

  /** Says to the journal that the client sent what is not documented. */
  undocumented(reason: string): void {
    this.#parts.violate(reason);
  }

  /** The last bytes that the client gets. */
  #cut(bytes: Uint8Array): void {
    const { stream } = this.#parts;
    this.#isCut = true;
    if (bytes.length === 0) stream.destroy();
    else stream.write(bytes, () => stream.destroy());
  }
}
