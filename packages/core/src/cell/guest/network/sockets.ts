import type { NetworkAnswer } from '../../channel/messages.js';
import { SOCKET_LIMIT } from '../../channel/network-limits.js';
import { toHostError } from '../host-error.js';
import { OpenSocket, type SocketHandlers, type SocketParts } from './open-socket.js';

const open = new Map<number, OpenSocket>();
let lastId = 0;

export type SocketAnswer = NetworkAnswer & {
  type: 'socketOpened' | 'socketMessage' | 'socketSent' | 'socketClosed';
};

/** @throws RangeError where too many are open */
export function openSocket(parts: SocketParts, handlers: SocketHandlers): OpenSocket {
  if (open.size >= SOCKET_LIMIT) throw new RangeError(`${SOCKET_LIMIT} sockets are open already`);
  lastId += 1;
  const socket = new OpenSocket(lastId, parts, handlers);
  open.set(lastId, socket);
  return socket;
}

export function handleSocketAnswer(message: SocketAnswer): void {
  const { id } = message;
  const socket = open.get(id);
  switch (message.type) {
    case 'socketOpened':
      return socket?.handlers.opened(message.protocol);
    case 'socketMessage':
      return socket?.receive(message.text);
    case 'socketSent':
      return socket?.sent(message.count);
    case 'socketClosed': {
      const { code, reason, clean, problem } = message;
      open.delete(id);
      socket?.end();
      const error = problem === undefined ? undefined : toHostError(problem);
      return socket?.handlers.closed({ code, reason, clean, error });
    }
  }
}

/** The bytes are copied: what comes off the channel shares its memory with other messages. */
export function addSocketBytes(id: number, bytes: Uint8Array): void {
  open.get(id)?.receive(new Uint8Array(bytes));
}
