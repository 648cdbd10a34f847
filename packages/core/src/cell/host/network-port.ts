import type { HeaderPair } from '../channel/messages.js';

/** What a plugin asks for, as it wrote it: nothing of it is checked beyond its form. */
export interface NetworkRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | undefined;
  /** Aborted when the plugin does not want the answer any more, or the cell ends. */
  readonly signal: AbortSignal;
}

export interface NetworkAnswer {
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  /**
   * Read as fast as the plugin does; closed when nobody reads it to its end. Where it is there as a whole, it is taken from
   * there.
   */
  readonly body: AsyncIterable<Uint8Array> & { readonly whole?: Uint8Array };
  /** Where the answer came from; absent: from where it was asked. */
  readonly url?: URL;
}

export interface SocketRequest {
  readonly url: URL;
  readonly protocols: readonly string[];
  /** Aborted when the plugin does not want the socket any more, or the cell ends. */
  readonly signal: AbortSignal;
}

export interface SocketClosing {
  readonly code: number;
  readonly reason: string;
}

/** An open WebSocket. */
export interface NetworkSocket {
  /** The subprotocol that the other side chose; empty: none. */
  readonly protocol: string;
  /** Read as fast as the plugin handles them. Ends when the socket is closed, throws when it fails. */
  readonly messages: AsyncIterable<string | Uint8Array>;
  /** How the socket was closed; settles when there are no more messages. */
  readonly closed: Promise<SocketClosing>;
  /** Settles when the message was sent; rejects where it is refused, which ends the socket. */
  send(message: string | Uint8Array): Promise<void>;
  close(code?: number, reason?: string): void;
}

/** The only way of a cell to the network. Whatever is refused or fails, fails with a ProblemError. */
export interface NetworkPort {
  fetch(request: NetworkRequest): Promise<NetworkAnswer>;
  connect(request: SocketRequest): Promise<NetworkSocket>;
}
