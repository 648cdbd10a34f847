import { encodeAnswerFrame, encodeTimedFrame, FRAME_BODY } from '../channel/frame.js';
import type { NetworkMessage } from '../channel/messages.js';
import { REQUEST_LIMIT } from '../channel/network-limits.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { NetworkDeskOptions } from './network-desk.js';
import { OpenRequest } from './open-request.js';
import { Throttle } from './throttle.js';

const RATE = { burst: 2_000, perSecond: 1_000 };

export type RequestDeskMessage = NetworkMessage & {
  type: 'request' | 'requestEnd' | 'responseCredit' | 'requestOver';
};

/** The requests of a cell. */
export class RequestDesk {
  readonly #options: NetworkDeskOptions;
  readonly #throttle: Throttle;
  readonly #open = new Map<number, OpenRequest>();
  #lastId = 0;

  constructor(options: NetworkDeskOptions) {
    this.#options = options;
    this.#throttle = new Throttle({ ...RATE, what: 'requests', limited: options.limited });
  }

  handle(message: RequestDeskMessage): void {
    const { id } = message;
    switch (message.type) {
      case 'request':
        return this.#start(message);
      case 'requestEnd':
        return this.#get(id).complete();
      case 'responseCredit':
        return this.#get(id).addAnswerCredit(message.count);
      case 'requestOver':
        this.#get(id).close();
        return void this.#open.delete(id);
    }
  }

  addPiece(id: number, bytes: Buffer): void {
    this.#get(id).addPiece(bytes);
  }

  callOver(id: number, isGivenUp: boolean): void {
    for (const request of this.#open.values()) request.callOver(id, isGivenUp);
  }

  close(): void {
    for (const request of this.#open.values()) request.close();
    this.#open.clear();
  }

  #start(message: RequestDeskMessage & { type: 'request' }): void {
    const { port, now, say, send, onProblem, openCalls, limited } = this.#options;
    const { id } = message;
    if (id <= this.#lastId) throw new ProtocolViolation('a request whose id does not rise');
    if (limited && this.#open.size >= REQUEST_LIMIT) throw new ProtocolViolation('too many open requests');
    this.#lastId = id;
    const request = new OpenRequest(message, {
      port,
      now,
      say,
      onProblem,
      sendPiece: (bytes) => send(encodeTimedFrame(FRAME_BODY, id, now(), bytes)),
      sendAnswer: (head, body) => send(encodeAnswerFrame(id, now(), JSON.stringify(head), body)),
      mayStart: this.#throttle.enter(),
      calls: openCalls(),
    });
    this.#open.set(id, request);
  }

  #get(id: number): OpenRequest {
    const request = this.#open.get(id);
    if (request === undefined) throw new ProtocolViolation('a word on no open request');
    return request;
  }
}
