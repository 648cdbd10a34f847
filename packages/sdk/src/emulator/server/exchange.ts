import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Call } from '../call/call.js';
import { deliveryOf, skewClock } from '../fault/meet-faults.js';
import { answerUnknown, decide } from './decide.js';
import { findRoute } from './find-route.js';
import type { Host } from './hosts.js';
import { readIncoming } from './incoming.js';
import { recordOf } from './record-of.js';
import type { Run } from './run.js';
import { sendAnswer } from './send-answer.js';

/** Answers one request, and tells the journal before the client has the answer. Never throws. */
export async function exchange<Scenario, State>(
  run: Run<Scenario, State>,
  host: Host,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sequence = run.journal.nextSequence();
  const at = run.world.now();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const incoming = await readIncoming(request, host, gone.signal);
  if (incoming === undefined) {
    run.journal.violate(`${request.method} ${request.url}: not a request that can be read`);
    response.writeHead(400, { connection: 'close' }).end();
    return;
  }
  const origins = host.origins.filter((origin) => !origin.startsWith('wss:'));
  const found = findRoute(run.definition, { ...incoming, origins });
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
          own: () => found.route.answer(call, world),
        });
  const kinds = faults.map(({ kind }) => kind);
  run.journal.add(
    recordOf(call, { sequence, at, route: found?.name, status: answer?.status, faults: kinds }),
  );
  if (answer === undefined) {
    reset(request.socket);
    return;
  }
  const options = { delivery: deliveryOf(faults), now: world.now(), signal: gone.signal };
  await sendAnswer(response, answer, options).catch(() => response.destroy());
}

/** Node resets plain connections only; a TLS one that ends without a word is reported as reset by clients as well. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}
