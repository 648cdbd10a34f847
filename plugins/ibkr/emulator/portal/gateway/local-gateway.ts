import { UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import type { IbkrWorld } from '../../world.js';
import type { Endpoint, Face } from '../endpoint.js';
import { PortalRefusal } from '../refusal.js';
import { sessionEndpoints } from '../views/session.js';

export const LOCAL_GATEWAY = 'loopback:5000';

/** The same API through the gateway on the user's machine: no signatures, and the session of whoever logged in by browser. */
export const localGateway: Face = {
  name: 'gateway ',
  origin: LOCAL_GATEWAY,
  enter: (call, world) => {
    if (call.header('authorization') !== undefined)
      throw new UndocumentedRequest('the gateway takes no signature');
    return enterGateway(world);
  },
};

/** Who logs out has to log in by browser again. */
export const gatewaySessionEndpoints: readonly Endpoint[] = sessionEndpoints.map((endpoint) =>
  endpoint.path === '/logout' ? { ...endpoint, view: logOut } : endpoint,
);

/**
 * The world as the views see it who know of one session alone.
 *
 * @throws PortalRefusal where nobody is logged in
 */
export function enterGateway(world: IbkrWorld): IbkrWorld {
  const { scenario, state, random, issue } = world;
  const { gateway } = state;
  if (scenario.gateway.login === 'none') {
    gateway.session = undefined;
    throw new PortalRefusal(401, 'not authenticated');
  }
  gateway.session ??= {
    token: new Uint8Array(),
    // It ends at midnight of the institution or when nobody has asked for a while; here by the scenario alone.
    expiresAt: Number.MAX_SAFE_INTEGER,
    sessionId: issue('gatewaySession', random.hex(32)),
    isBrokerage: scenario.gateway.login === 'open' && !scenario.gateway.isCompeting,
  };
  const { isCompeting, perSecond } = scenario.gateway;
  return {
    ...world,
    scenario: { ...scenario, portal: { ...scenario.portal, isCompeting, perSecond } },
    state: { ...state, portal: gateway },
  };
}

function logOut(_: Call, world: IbkrWorld): unknown {
  world.state.portal.session = undefined;
  world.scenario.gateway.login = 'none';
  return { status: true };
}
