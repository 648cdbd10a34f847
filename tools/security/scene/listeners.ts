import { createSocket, type Socket } from 'node:dgram';
import { createServer, type Server, type Socket as Connection } from 'node:net';
import { once } from 'node:events';

/** Everything that somebody might reach over a network, and who did. */
export class Listeners {
  readonly #servers: Server[] = [];
  readonly #open = new Set<Connection>();
  #udp: Socket | undefined;
  #connections = 0;
  #packets = 0;

  /** Connections accepted so far, over TCP and over the Unix socket. */
  get connections(): number {
    return this.#connections;
  }

  /** Datagrams received so far. */
  get packets(): number {
    return this.#packets;
  }

  async listenOnLoopback(): Promise<{ tcp: number; udp: number }> {
    const server = await this.#listen((opened) => opened.listen(0, '127.0.0.1'));
    const address = server.address();
    this.#udp = createSocket('udp4', () => (this.#packets += 1));
    this.#udp.bind(0, '127.0.0.1');
    await once(this.#udp, 'listening');
    return {
      tcp: typeof address === 'object' && address !== null ? address.port : 0,
      udp: this.#udp.address().port,
    };
  }

  async listenOnSocket(path: string): Promise<void> {
    await this.#listen((opened) => opened.listen(path));
  }

  close(): void {
    for (const connection of this.#open) connection.destroy();
    for (const server of this.#servers) server.close();
    this.#udp?.close();
  }

  async #listen(start: (server: Server) => void): Promise<Server> {
    const server = createServer((connection) => {
      this.#connections += 1;
      this.#open.add(connection);
      connection.on('error', () => undefined).on('close', () => this.#open.delete(connection));
      connection.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok');
    });
    this.#servers.push(server);
    start(server);
    await once(server, 'listening');
    return server;
  }
}
