import type { Problem } from '../../interfaces/problems/problem.js';
import { decodeBytesPayload, FRAME_BODY, FRAME_SOCKET } from '../channel/frame.js';
import type { HostMessage, NetworkMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { NetworkPort } from './network-port.js';
import { RequestDesk } from './request-desk.js';
import { SocketDesk } from './socket-desk.js';

export interface NetworkDeskOptions {
  readonly port: NetworkPort;
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  readonly send: (frame: Buffer) => void;
  /** The calls that the cell works on. */
  readonly openCalls: () => Iterable<number>;
  /** The plugin was told of a problem. */
  readonly onProblem: (problem: Problem) => void;
  readonly limited: boolean;
}

/** Hands the requests and sockets of a cell to the network, and what comes back to the cell. */
export class NetworkDesk {
  readonly #requests: RequestDesk;
  readonly #sockets: SocketDesk;

  constructor(options: NetworkDeskOptions) {
    this.#requests = new RequestDesk(options);
    this.#sockets = new SocketDesk(options);
  }

  handle(message: NetworkMessage): void {
    switch (message.type) {
      case 'request':
      case 'requestEnd':
      case 'responseCredit':
      case 'requestOver':
        return this.#requests.handle(message);
      default:
        return this.#sockets.handle(message);
    }
  }

  handleBytes(kind: number, payload: Buffer): void {
    const { id, bytes } = decodeBytesPayload(payload);
    if (kind === FRAME_BODY) this.#requests.addPiece(id, bytes);
    else if (kind === FRAME_SOCKET) this.#sockets.sendBytes(id, bytes);
    else throw new ProtocolViolation(`a frame of kind ${kind}`);
  }

  callOver(id: number, isGivenUp: boolean): void {
    this.#requests.callOver(id, isGivenUp);
  }

  /** The cell ends: everything that it has open is given up. */
  close(): void {
    this.#requests.close();
    this.#sockets.close();
  }
}
