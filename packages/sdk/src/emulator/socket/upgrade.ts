import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { empty, type Answer } from '../call/answer.js';
import { Call } from '../call/call.js';
import { skewClock } from '../fault/meet-faults.js';
import { answerUnknown, decide } from '../server/decide.js';
import { findSocket } from '../server/find-route.js';
import type { Host } from '../server/hosts.js';
import { readIncoming } from '../server/incoming.js';
import { recordOf } from '../server/record-of.js';
import type { Run } from '../server/run.js';
import { openSocket } from './open-socket.js';

const SWITCHING = empty({ status: 101 });
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Compression would make the bytes of a frame depend on those before it. */
const webSockets = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MAX_MESSAGE_BYTES,
});

/** Answers the handshake of a WebSocket, and tells the journal. Never throws. */
export async function upgrade<Scenario, State>(
  run: Run<Scenario, State>,
  host: Host,
  request: IncomingMessage,
  { stream, head }: { readonly stream: Duplex; readonly head: Buffer },
): Promise<void> {
  const sequence = run.journal.nextSequence();
  const at = run.world.now();
  const gone = new AbortController();
  stream.once('close', () => gone.abort());
  stream.on('error', () => gone.abort());
  const incoming = await readIncoming(request, host, gone.signal);
  if (incoming === undefined) return void stream.destroy();
  const found = findSocket(run.definition, { ...incoming, origins: host.origins });
  const call = new Call({ ...incoming, params: {}, matrix: {}, ...found });
  const faults = found === undefined ? [] : run.faults.takeForCall(found.name);
  const world = skewClock(run.world, faults);
  const answer =
    found === undefined
      ? answerUnknown(run, call)
      : await decide(run, {
          name: found.name,
          call,
          faults,
          world,
          own: () => found.route.accept?.(call, world) ?? SWITCHING,
        });
  const kinds = faults.map(({ kind }) => kind);
  run.journal.add(
    recordOf(call, { sequence, at, route: found?.name, status: answer?.status, faults: kinds }),
  );
  if (answer === undefined) return void stream.destroy();
  if (found === undefined || answer.status !== 101) return refuse(stream, answer);
  webSockets.handleUpgrade(request, stream, head, (socket) =>
    openSocket(run, found.route, { id: sequence, name: found.name, call, stream, socket, world }),
  );
}

function refuse(stream: Duplex, { status, headers, body }: Answer): void {
  const lines = Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}: ${value}`),
  );
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...lines,
    `content-length: ${body.length}`,
    'connection: close',
  ];
  stream.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
