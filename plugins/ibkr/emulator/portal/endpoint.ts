import { json, UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import type { IbkrRoute, IbkrWorld } from '../world.js';
import { checkSignedRequest } from './oauth/check-authorization.js';
import { PortalRefusal } from './refusal.js';

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

/** One of the places where the API is, and who may ask there. */
export interface Face {
  /** Before the names of its routes. */
  readonly name: string;
  readonly origin: string;
  /**
   * @returns the world that the views see
   * @throws PortalRefusal
   */
  enter(call: Call, world: IbkrWorld): IbkrWorld;
}

/** The API of the institution, where each request is signed. */
export const signedFace: Face = {
  name: '',
  origin: PORTAL,
  enter: (call, world) => {
    try {
      checkSignedRequest(call, world);
    } catch (error) {
      call.judge('invalid', error instanceof Error ? error.message : '');
      throw new PortalRefusal(401, 'not authenticated');
    }
    return world;
  },
};

/** What all endpoints have in common: somebody who may ask, a pace, and for `/iserver` a brokerage session. */
export function toRoute(endpoint: Endpoint, { name, origin, enter }: Face): IbkrRoute {
  const { method, path, query = [], view } = endpoint;
  return {
    name: `${name}${method} ${path}`,
    origin,
    method,
    path: `${BASE}${path}`,
    answer: async (call, world) => {
      try {
        const seen = enter(call, world);
        checkPace(call, seen);
        for (const parameter of call.query.keys())
          if (!query.includes(parameter)) throw new UndocumentedRequest(`no parameter "${parameter}"`);
        return json(await view(call, seen));
      } catch (error) {
        if (error instanceof PortalRefusal) return error.answer;
        throw error;
      }
    },
  };
}

/** @throws PortalRefusal */
function checkPace(call: Call, world: IbkrWorld): void {
  const { portal } = world.state;
  const path = call.url.pathname.slice(BASE.length);
  if (portal.isTooFast(path, world.now(), world.scenario.portal))
    throw new PortalRefusal(429, 'Too many requests');
  const needsBrokerage = path.startsWith('/iserver/') && !path.startsWith('/iserver/auth/');
  if (needsBrokerage && portal.session?.isBrokerage !== true)
    throw new PortalRefusal(401, 'not authenticated');
}
