import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import type { IbkrRoute, IbkrWorld } from '../../world.js';
import { BASE, PORTAL, type Endpoint } from '../endpoint.js';
import { checkTokenRequest } from '../oauth/check-authorization.js';
import { makeLiveSessionToken } from '../oauth/live-session-token.js';
import { PortalRefusal, refuse } from '../refusal.js';

/** How a client logs in: signed with its own key, since it has no token yet. */
export const tokenRoute: IbkrRoute = {
  name: 'POST /oauth/live_session_token',
  origin: PORTAL,
  method: 'POST',
  path: `${BASE}/oauth/live_session_token`,
  answer: openSession,
};

export const sessionEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/iserver/auth/ssodh/init', view: openBrokerage },
  { method: 'POST', path: '/iserver/auth/status', view: (_, world) => authStatus(world) },
  { method: 'POST', path: '/tickle', view: (_, world) => tickle(world) },
  { method: 'GET', path: '/sso/validate', view: (_, world) => validate(world) },
  { method: 'POST', path: '/logout', view: (_, world) => logOut(world) },
];

function openSession(call: Call, world: IbkrWorld): Answer {
  const { credentials, random, state, scenario, issue, now } = world;
  try {
    const { challenge, secret } = checkTokenRequest(call, world);
    const made = makeLiveSessionToken({
      secret,
      prime: BigInt(`0x${credentials.dhPrime ?? ''}`),
      challenge: BigInt(`0x${challenge}`),
      exponent: BigInt(`0x1${random.hex(63)}`),
      consumerKey: credentials.consumerKey ?? '',
    });
    const expiresAt = now() + scenario.portal.tokenLifetime;
    issue('liveSessionToken', Buffer.from(made.token).toString('base64'));
    state.portal.session = {
      token: made.token,
      expiresAt,
      sessionId: issue('session', random.hex(32)),
      isBrokerage: false,
    };
    return json({
      diffie_hellman_response: made.response,
      live_session_token_signature: made.signature,
      live_session_token_expiration: expiresAt,
    });
  } catch (error) {
    call.judge('invalid', error instanceof Error ? error.message : '');
    return refuse(401, 'invalid consumer');
  }
}

function openBrokerage(call: Call, world: IbkrWorld): unknown {
  const body = call.json();
  const asks = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  if (asks.publish !== true) throw new PortalRefusal(400, 'Bad Request: publish is missing');
  const { session } = world.state.portal;
  if (session === undefined) throw new PortalRefusal(401, 'not authenticated');
  if (world.scenario.portal.isCompeting && asks.compete !== true) return authStatus(world);
  session.isBrokerage = true;
  return authStatus(world);
}

function authStatus({ state, scenario }: IbkrWorld): Record<string, unknown> {
  const isBrokerage = state.portal.session?.isBrokerage === true;
  return {
    authenticated: isBrokerage,
    competing: scenario.portal.isCompeting && !isBrokerage,
    connected: true,
    message: '',
    MAC: '00:00:5E:00:53:01',
    serverInfo: { serverName: 'emulator', serverVersion: 'Build 0.0.0' },
    fail: '',
  };
}

function tickle(world: IbkrWorld): unknown {
  const { session } = world.state.portal;
  return {
    session: session?.sessionId,
    ssoExpires: (session?.expiresAt ?? 0) - world.now(),
    collission: false,
    userId: 123456789,
    hmds: { error: 'no bridge' },
    iserver: { authStatus: authStatus(world) },
  };
}

function validate({ state, now }: IbkrWorld): unknown {
  return {
    USER_ID: 123456789,
    USER_NAME: 'example',
    RESULT: true,
    AUTH_TIME: now(),
    EXPIRES: (state.portal.session?.expiresAt ?? 0) - now(),
  };
}

function logOut({ state }: IbkrWorld): unknown {
  state.portal.session = undefined;
  state.portal.hasListedAccounts = false;
  for (const { connection } of state.portal.subscribers) connection.close();
  return { status: true };
}
