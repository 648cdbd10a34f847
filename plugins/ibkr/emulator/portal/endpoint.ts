import { json, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import type { IbkrRoute, IbkrWorld } from '../world.js';
import { checkSignedRequest } from './oauth/check-authorization.js';
import { PortalRefusal, refuse } from './refusal.js';

export const PORTAL = 'https://api.ibkr.com';
export const BASE = '/v1/api';

/** One documented endpoint below `/v1/api`. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Names of the query. */
  readonly query?: readonly string[];
  /** @throws PortalRefusal */
  view(call: Call, world: IbkrWorld): unknown;
}

/** What all endpoints have in common: a signature, a pace, and for `/iserver` a brokerage session. */
export function toRoute(endpoint: Endpoint): IbkrRoute {
  const { method, path, query = [], view } = endpoint;
  return {
    name: `${method} ${path}`,
    origin: PORTAL,
    method,
    path: `${BASE}${path}`,
    answer: async (call, world) => {
      const refused = guard(call, world);
      if (refused !== undefined) return refused;
      for (const name of call.query.keys())
        if (!query.includes(name)) throw new UndocumentedRequest(`no parameter "${name}"`);
      try {
        return json(await view(call, world));
      } catch (error) {
        if (error instanceof PortalRefusal) return error.answer;
        throw error;
      }
    },
  };
}

function guard(call: Call, world: IbkrWorld): Answer | undefined {
  const { portal } = world.state;
  const path = call.url.pathname.slice(BASE.length);
  try {
    checkSignedRequest(call, world);
  } catch (error) {
    call.judge('invalid', error instanceof Error ? error.message : '');
    return refuse(401, 'not authenticated');
  }
  if (portal.isTooFast(path, world.now(), world.scenario.portal)) return refuse(429, 'Too many requests');
  const needsBrokerage = path.startsWith('/iserver/') && !path.startsWith('/iserver/auth/');
  if (needsBrokerage && portal.session?.isBrokerage !== true) return refuse(401, 'not authenticated');
  return undefined;
}
