import { encodeTimedFrame, FRAME_SOCKET } from '../channel/frame.js';
import type { NetworkMessage } from '../channel/messages.js';
import { SOCKET_LIMIT, SOCKET_MESSAGE_BYTES } from '../channel/network-limits.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { NetworkDeskOptions } from './network-desk.js';
import { OpenSocket } from './open-socket.js';
import { Throttle } from './throttle.js';

const RATE = { burst: 100, perSecond: 10 };

export type SocketDeskMessage = NetworkMessage & {
  type: 'socketOpen' | 'socketSend' | 'socketCredit' | 'socketClose' | 'socketOver';
};

/** The sockets of a cell. */
export class SocketDesk {
  readonly #options: NetworkDeskOptions;
  readonly #open = new Map<number, OpenSocket>();
  readonly #throttle: Throttle;
  #lastId = 0;

  constructor(options: NetworkDeskOptions) {
    this.#options = options;
    this.#throttle = new Throttle({ ...RATE, what: 'sockets', limited: options.limited });
  }

  handle(message: SocketDeskMessage): void {
    const { id } = message;
    switch (message.type) {
      case 'socketOpen':
        return this.#start(message);
      case 'socketSend':
        return this.#get(id).send(message.text);
      case 'socketCredit':
        return this.#get(id).addCredit(message.count);
      case 'socketClose':
        return this.#get(id).close(message.code, message.reason);
      case 'socketOver':
        this.#get(id).end();
        return void this.#open.delete(id);
    }
  }

  sendBytes(id: number, bytes: Buffer): void {
    if (bytes.length > SOCKET_MESSAGE_BYTES) throw new ProtocolViolation('a message that is too long');
    this.#get(id).send(Uint8Array.from(bytes));
  }

  close(): void {
    for (const socket of this.#open.values()) socket.end();
    this.#open.clear();
  }

  #start(message: SocketDeskMessage & { type: 'socketOpen' }): void {
    const { port, now, say, send, onProblem, limited } = this.#options;
    const { id } = message;
    if (id <= this.#lastId) throw new ProtocolViolation('a socket whose id does not rise');
    if (limited && this.#open.size >= SOCKET_LIMIT) throw new ProtocolViolation('too many open sockets');
    this.#lastId = id;
    const sendBytes = (bytes: Uint8Array): void => send(encodeTimedFrame(FRAME_SOCKET, id, now(), bytes));
    const mayStart = this.#throttle.enter();
    this.#open.set(id, new OpenSocket(message, { port, now, say, onProblem, sendBytes, mayStart }));
  }

  #get(id: number): OpenSocket {
    const socket = this.#open.get(id);
    if (socket === undefined) throw new ProtocolViolation('a word on no open socket');
    return socket;
  }
}
