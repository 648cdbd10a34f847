import type { Call, Connection, SocketHandlers, SocketRoute } from '@bourse/sdk/emulator';
import type { IbkrScenario, IbkrState, IbkrWorld } from '../world.js';
import { BASE } from './endpoint.js';
import { enterGateway, LOCAL_GATEWAY } from './gateway/local-gateway.js';
import type { Subscriber } from './portal-state.js';
import { refuse } from './refusal.js';
import { fieldsOf } from './views/market-data.js';
import { executionsOf } from './views/trades.js';

/** The WebSocket of the API. It is opened with the session of `/tickle` as a cookie and the access token. */
export const portalStream: SocketRoute<IbkrScenario, IbkrState> = {
  name: 'WebSocket',
  origin: 'wss://api.ibkr.com',
  path: `${BASE}/ws`,
  accept: (call, world) => (isKnown(call, world) ? undefined : refuse(401, 'not authenticated')),
  open: (connection, world) => greet(connection, world),
};

/** The same through the gateway on the user's machine: opened with the session alone. */
export const gatewayStream: SocketRoute<IbkrScenario, IbkrState> = {
  name: 'gateway WebSocket',
  origin: LOCAL_GATEWAY,
  path: `${BASE}/ws`,
  accept: (call, { state }) => {
    const { session } = state.gateway;
    const isRight = session !== undefined && call.cookie('api') === session.sessionId;
    return isRight && call.query.size === 0 ? undefined : refuse(401, 'not authenticated');
  },
  open: (connection, world) => greet(connection, enterGateway(world)),
};

/** Sends each subscriber the prices of what it has subscribed to, as the institution does when they change. */
export function publish(world: IbkrWorld): void {
  const { portal, gateway } = world.state;
  for (const { connection, fields } of new Set([...portal.subscribers, ...gateway.subscribers]))
    for (const [conid, names] of fields)
      connection.sendJson({
        topic: `smd+${conid}`,
        server_id: 'q0',
        conid: Number(conid),
        conidEx: conid,
        _updated: world.now(),
        ...fieldsOf(conid, names, world),
      });
}

function isKnown(call: Call, { state, credentials, now }: IbkrWorld): boolean {
  const { session } = state.portal;
  const isRight =
    session !== undefined &&
    now() < session.expiresAt &&
    call.cookie('api') === session.sessionId &&
    call.query.get('oauth_token') === credentials.accessToken;
  call.judge(isRight ? 'valid' : 'invalid');
  return isRight;
}

function greet(connection: Connection, world: IbkrWorld): SocketHandlers {
  const { portal } = world.state;
  const subscriber: Subscriber = { connection, fields: new Map() };
  portal.subscribers.add(subscriber);
  connection.sendJson({ topic: 'system', success: 'example', isFT: false, isPaper: false });
  connection.sendJson({
    topic: 'sts',
    args: { authenticated: portal.session?.isBrokerage === true, competing: false, message: '', fail: '' },
  });
  return {
    message: (data) => handle(String(data), subscriber, world),
    close: () => portal.subscribers.delete(subscriber),
  };
}

function handle(message: string, subscriber: Subscriber, world: IbkrWorld): void {
  const { connection, fields } = subscriber;
  if (message === 'tic') return connection.sendJson({ topic: 'tic', alive: true });
  const [, topic = '', conid = '', argument] = /^(smd|umd|str|utr)\+?(\d*)\+?(\{.*\})$/.exec(message) ?? [];
  if (topic === 'smd' && conid !== '') {
    fields.set(conid, fieldNames(argument));
    return publish(world);
  }
  if (topic === 'umd' && conid !== '') return void fields.delete(conid);
  if (topic === 'str') return connection.sendJson({ topic: 'str', args: executionsOf(world) });
  if (topic !== 'utr') connection.undocumented(`the message ${message}`);
}

function fieldNames(argument: string | undefined): string[] {
  const read: unknown = JSON.parse(argument ?? '{}');
  const isList = typeof read === 'object' && read !== null && 'fields' in read && Array.isArray(read.fields);
  return isList ? (read.fields as unknown[]).map(String) : [];
}
