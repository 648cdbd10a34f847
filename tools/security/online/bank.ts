import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import type { Scene } from '../scene/scene.ts';
import { SHOWN } from './local-program.ts';
import type { Online, SeenRequest } from './online.ts';

/** The institution of an attack: answers as the attack says, and remembers all that it was sent. */
export class Bank {
  /** Requests that arrived whole. */
  readonly seen: SeenRequest[] = [];
  /** Frames of the plugin's sockets. */
  readonly frames: string[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  /** Its program on the user's machine. */
  readonly #program = createTlsServer(SHOWN, (request, response) => void this.#answer(request, response));
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #open = new Set<Socket>();
  #online: Online | undefined;
  #scene: Scene | undefined;
  #bytesSent = 0;

  /** Bytes that were written to connections which are closed by now, and to the others. */
  get bytesSent(): number {
    return [...this.#open].reduce((sum, { bytesWritten }) => sum + bytesWritten, this.#bytesSent);
  }

  get openConnections(): number {
    return this.#open.size;
  }

  async listen(): Promise<{ bank: number; program: number }> {
    this.#server.on('upgrade', (request, connection, head) => {
      this.#remember(request, '');
      this.#sockets.handleUpgrade(request, connection, head, (socket) => {
        socket.on('message', (data) => this.frames.push(String(data)));
        socket.on('error', () => undefined);
        if (this.#scene !== undefined) this.#online?.socket?.(socket, this.#scene);
      });
    });
    return { bank: await this.#openPort(this.#server), program: await this.#openPort(this.#program) };
  }

  serve(online: Online | undefined, scene: Scene): void {
    this.#online = online;
    this.#scene = scene;
  }

  close(): void {
    for (const connection of this.#open) connection.destroy();
    this.#server.close();
    this.#program.close();
  }

  async #openPort(server: Server): Promise<number> {
    server.on('connection', (connection: Socket) => {
      this.#open.add(connection);
      connection.on('error', () => undefined);
      connection.once('close', () => {
        this.#open.delete(connection);
        this.#bytesSent += connection.bytesWritten;
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const seen = this.#remember(request, await text(request).catch(() => ''));
    const { answer } = this.#online ?? {};
    response.on('error', () => undefined);
    if (answer === undefined || this.#scene === undefined)
      response.setHeader('content-type', 'application/json').end('{}');
    else answer(seen, response, this.#scene);
  }

  #remember({ method = '', url = '', rawHeaders, headers }: IncomingMessage, body: string): SeenRequest {
    const seen = { method, url, rawHeaders, headers, body };
    this.seen.push(seen);
    return seen;
  }
}
