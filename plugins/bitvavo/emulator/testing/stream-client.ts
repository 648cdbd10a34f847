import { once } from 'node:events';

/** A WebSocket whose messages are taken one after another. */
export class StreamClient {
  #socket: WebSocket;
  #received: unknown[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => void this.#received.push(JSON.parse(String(data))));
  }

  static async open(url: string): Promise<StreamClient> {
    const client = new StreamClient(new WebSocket(url));
    await once(client.#socket, 'open');
    return client;
  }

  async ask(message: unknown): Promise<unknown> {
    this.#socket.send(JSON.stringify(message));
    return this.next();
  }

  async next(): Promise<unknown> {
    while (this.#received.length === 0) await once(this.#socket, 'message');
    return this.#received.shift();
  }

  close(): void {
    this.#socket.close();
  }
}
