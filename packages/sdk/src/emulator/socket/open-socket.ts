import type { WebSocket } from 'ws';
import type { Run } from '../server/run.js';
import type { SocketHandlers, SocketRoute } from '../route.js';
import type { World } from '../world.js';
import { Connection, type ConnectionParts } from './connection.js';

/** Connects an accepted WebSocket with its route; messages are worked on one after another. */
export function openSocket<Scenario, State>(
  run: Run<Scenario, State>,
  route: SocketRoute<Scenario, State>,
  options: Pick<ConnectionParts, 'id' | 'call' | 'stream'> & {
    readonly name: string;
    readonly socket: WebSocket;
    readonly world: World<Scenario, State>;
  },
): void {
  const { id, name, socket, world } = options;
  const parts: ConnectionParts = {
    ...options,
    takeFaults: () => run.faults.takeForFrame(name),
    record: (direction, data) =>
      run.journal.addFrame({ at: world.now(), connection: id, route: name, direction, data }),
    violate: (reason) => run.journal.violate(`${name}: ${reason}`),
  };
  const fail = (error: unknown): void => {
    parts.violate(`the emulator failed: ${String(error)}`);
    socket.close(1011);
  };
  // A broken connection is what many tests are about; `close` follows.
  socket.on('error', () => undefined);
  let handlers: SocketHandlers = {};
  socket.on('close', () => handlers.close?.());
  let last = Promise.resolve();
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const message = isBinary ? new Uint8Array(data) : data.toString('utf8');
    parts.record('in', message);
    last = last.then(() => handlers.message?.(message)).catch(fail);
  });
  try {
    handlers = route.open(new Connection(parts), world);
  } catch (error) {
    fail(error);
  }
}
