import { decodeAnswer } from '../../channel/frame.js';
import type { AnswerHead, NetworkAnswer } from '../../channel/messages.js';
import { REQUEST_LIMIT } from '../../channel/network-limits.js';
import { send } from '../channel.js';
import { onAbort, type AbortSignal } from '../endowments/abort.js';
import { toHostError } from '../host-error.js';
import { OpenRequest, type Answer, type RequestParts } from './open-request.js';

/** Requests by their ids, and those that wait until there are fewer. */
const open = new Map<number, OpenRequest>();
const waiting = new Set<OpenRequest>();
let lastId = 0;

export type RequestAnswer = NetworkAnswer & {
  type: 'requestCredit' | 'response' | 'responseEnd' | 'requestFailed';
};

/** Makes a request through the host. */
export function startRequest(parts: RequestParts, signal: AbortSignal): Promise<Answer> {
  const request = new OpenRequest(parts, () => {
    forget();
    finish(request);
  });
  const forget = onAbort(signal, () => request.fail(signal.reason));
  waiting.add(request);
  beginNext();
  return request.answer;
}

export function handleRequestAnswer(message: RequestAnswer): void {
  const request = open.get(message.id);
  if (message.type === 'requestFailed') request?.fail(toHostError(message.problem));
  else request?.handle(message);
}

export function addAnswerPiece(id: number, bytes: Uint8Array): void {
  open.get(id)?.addPiece(bytes);
}

/** An answer that has come as a whole. */
export function takeAnswer(id: number, bytes: Buffer): void {
  const { head, body } = decodeAnswer(bytes);
  open.get(id)?.take(JSON.parse(head) as AnswerHead, body);
}

function beginNext(): void {
  for (const request of waiting) {
    if (open.size >= REQUEST_LIMIT) return;
    waiting.delete(request);
    lastId += 1;
    open.set(lastId, request);
    request.begin(lastId);
  }
}

function finish(request: OpenRequest): void {
  const { id } = request;
  if (id === undefined) return void waiting.delete(request);
  // Whoever waits for the answer goes first: the host waits for this word alone, and the plugin may ask for more.
  setImmediate(() => {
    open.delete(id);
    send({ type: 'requestOver', id });
    beginNext();
  });
}
