import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { upgrade } from '../socket/upgrade.js';
import type { Certificate } from './certificates.js';
import { exchange } from './exchange.js';
import type { Host } from './hosts.js';
import type { Run } from './run.js';

/** The port of one emulated host. */
export class Listener {
  readonly host: Host;
  #server: Server;
  #sockets = new Set<Socket>();

  constructor(host: Host, certificate: Certificate | undefined) {
    this.host = host;
    this.#server =
      certificate === undefined
        ? createServer()
        : createTlsServer({ cert: certificate.certificate, key: certificate.key });
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  /** @returns the port, on 127.0.0.1 */
  async listen<Scenario, State>(run: Run<Scenario, State>, port: number): Promise<number> {
    this.#server.on('request', (request, response) => void exchange(run, this.host, request, response));
    this.#server.on(
      'upgrade',
      (request, stream, head) => void upgrade(run, this.host, request, { stream, head }),
    );
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Cuts all connections, WebSockets too. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.disconnect();
    await closed;
  }
}
