import type { Connection } from '@bourse/sdk/emulator';
import { z } from 'zod';
import type { Asked, BitvavoWorld, Endpoint } from './endpoint.js';
import { endpoints } from './endpoints/index.js';
import { BitvavoRefusal, unsupportedParameter } from './refusal.js';
import { budgetOf } from './state.js';

const byAction = new Map(
  endpoints.flatMap((endpoint): [string, Endpoint][] =>
    endpoint.action === undefined ? [] : [[endpoint.action, endpoint]],
  ),
);

/** The code for a parameter that is not known. */
const UNSUPPORTED = 200;

/** An action of the WebSocket asks for what an endpoint of REST tells, its parameters beside it. */
export const ActionSchema = z
  .looseObject({ action: z.string(), requestId: z.union([z.number(), z.string()]).optional() })
  .refine(({ action }) => byAction.has(action));

/** @param key The API key of the connection, empty before it is authenticated. */
export function answerAction(
  { action, requestId, ...parameters }: z.infer<typeof ActionSchema>,
  { connection, world, key }: { connection: Connection; world: BitvavoWorld; key: string },
): void {
  const head = { action, ...(requestId === undefined ? {} : { requestId }) };
  const endpoint = byAction.get(action);
  if (endpoint === undefined) return;
  try {
    connection.sendJson({ ...head, response: view(endpoint, parameters, world, key) });
  } catch (error) {
    if (!(error instanceof BitvavoRefusal)) throw error;
    if (error.body.errorCode === UNSUPPORTED) connection.undocumented(`${action}: ${error.message}`);
    connection.sendJson({ ...head, ...error.body });
  }
}

function view(endpoint: Endpoint, parameters: object, world: BitvavoWorld, key: string): unknown {
  const { access, weight } = endpoint;
  const asked = toAsked(endpoint, parameters);
  budgetOf(world.state, key).take(typeof weight === 'number' ? weight : weight(asked), world.now());
  if (access === 'private' && key === '') {
    throw new BitvavoRefusal(403, 300, 'Authentication is required to call this endpoint.');
  }
  return endpoint.view(asked, world);
}

/** What stands in the path of the endpoint stands among the members of the action. */
function toAsked({ path, parameters: known }: Endpoint, parameters: object): Asked {
  const inPath = path.split('/').flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : []));
  const entries = Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]);
  const unknown = entries.find(([name]) => !inPath.includes(name) && !known.includes(name));
  if (unknown !== undefined) throw unsupportedParameter(unknown[0]);
  return {
    params: Object.fromEntries(entries.filter(([name]) => inPath.includes(name))),
    query: new URLSearchParams(entries.filter(([name]) => !inPath.includes(name))),
  };
}
