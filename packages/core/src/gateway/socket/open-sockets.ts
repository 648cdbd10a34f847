import type { GatewayContext } from '../gateway-context.js';
import { invalidRequest } from '../network-problem.js';
import type { GatewaySocket } from './gateway-socket.js';
import { openSocket, type SocketRequest } from './open-socket.js';

const MAX_SOCKETS = 4;

/** The WebSockets that a gateway has open. */
export class OpenSockets {
  readonly #context: GatewayContext;
  /** Undefined for each that is being opened. */
  readonly #sockets = new Map<symbol, GatewaySocket | undefined>();
  /** Another number with each change of credentials. */
  #session = 0;

  constructor(context: GatewayContext) {
    this.#context = context;
  }

  /** @throws ProblemError */
  async open(request: SocketRequest): Promise<GatewaySocket> {
    if (this.#sockets.size >= MAX_SOCKETS)
      throw invalidRequest(`There are ${MAX_SOCKETS} sockets open already.`);
    const key = Symbol('socket');
    const session = this.#session;
    this.#sockets.set(key, undefined);
    try {
      const socket = await openSocket(this.#context, request, () => this.#sockets.delete(key));
      if (this.#sockets.has(key)) this.#sockets.set(key, socket);
      // It may have been revoked while it was opened, or other credentials were given.
      socket.recheck();
      if (session !== this.#session) socket.lapse();
      return socket;
    } catch (error) {
      this.#sockets.delete(key);
      throw error;
    }
  }

  /** Closes those that are not allowed any more. */
  recheck(): void {
    for (const socket of this.#sockets.values()) socket?.recheck();
  }

  /** Ends those that were opened with credentials that hold no more. */
  lapse(): void {
    this.#session += 1;
    for (const socket of this.#sockets.values()) socket?.lapse();
  }

  /** Settles when all that are open now have ended. */
  async closed(): Promise<void> {
    await Promise.all([...this.#sockets.values()].map(async (socket) => socket?.closed));
  }
}
