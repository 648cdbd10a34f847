import type { ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { NewConnection } from '@bourse/core';
import type { Scene } from '../scene/scene.ts';

/** One request as it arrived at the institution. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query, as they came over the wire. */
  readonly url: string;
  /** Names and values in the order and the letters in which they came. */
  readonly rawHeaders: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What an attack over the network needs: a user with a connection, and an institution on loopback. */
export interface Online {
  /** Fields of the manifest in place of those of {@link ONLINE_FIELDS}. */
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** What the user gives. Default: the secret of the scene as `key`. */
  credentials?(scene: Scene): Readonly<Record<string, string>>;
  /** What the institution answers. Default: an empty object. */
  answer?(request: SeenRequest, response: ServerResponse, scene: Scene): void;
  /** What it does with a WebSocket. Default: it listens. */
  socket?(socket: WebSocket, scene: Scene): void;
  /**
   * Makes it a live connection, with these answers of the name service in their order; the last one stays. Connections
   * to the public addresses among them lead to the institution, those to all others to the observer's own port.
   */
  readonly names?: readonly (readonly string[])[];
  /** Makes it a live connection with a program on this machine that the user trusts. */
  programs?(scene: Scene): NonNullable<NewConnection['programs']>;
}

/** Origins that the hostile plugins name. */
export const BANK = 'https://api.bank.example';
export const STREAM = 'wss://api.bank.example';
/** Another origin that the plugin may reach, without credentials. */
export const PARTNER = 'https://partner.example';

/** A permission to read, with the key of the user in a header. */
export const READ = {
  origin: BANK,
  methods: ['GET', 'POST'],
  paths: ['/read', '/read/*'],
  access: 'read',
  credentials: ['key'],
  scheme: 'key',
  why: 'reads accounts',
};

/** A permission to trade beside it, which no version of the contract serves yet. */
export const TRADE = {
  origin: BANK,
  methods: ['POST'],
  paths: ['/orders'],
  access: 'trade',
  credentials: ['key'],
  scheme: 'key',
  why: 'places orders',
};

export const OPEN_PARTNER = {
  origin: PARTNER,
  methods: ['GET', 'POST'],
  paths: ['/public'],
  access: 'read',
  why: 'reads prices',
};

export const SOCKET = {
  origin: STREAM,
  methods: ['GET'],
  paths: ['/stream'],
  access: 'read',
  when: { in: 'frame', member: '/action', values: ['subscribe', 'authenticate'] },
  credentials: ['key'],
  scheme: 'frame',
  why: 'follows prices',
};

/** The same without a key in it. */
const OPEN_SOCKET = { ...SOCKET, credentials: [], scheme: undefined };

/** Fields of a manifest whose socket takes plain frames, and orders only where trading is granted. */
export const ORDERS_BY_FRAME = {
  network: [
    OPEN_SOCKET,
    { ...OPEN_SOCKET, access: 'trade', when: { in: 'frame', member: '/action', values: ['order'] } },
  ],
};

/** Fields of a manifest whose requests carry a signature of their body. */
export const SIGNED_BODY = {
  network: [{ ...READ, scheme: 'signed' }],
  schemes: {
    signed: {
      steps: [
        { name: 'time', time: 'milliseconds' },
        { name: 'mac', hmac: 'sha256', key: { credential: 'key' }, of: { request: 'body' } },
        { name: 'text', encode: { step: 'mac' }, as: 'hex' },
      ],
      place: [
        { header: 'x-time', value: { step: 'time' } },
        { header: 'x-signature', value: { step: 'text' } },
      ],
    },
  },
};

/** Fields of the manifest of a plugin that goes online. */
export const ONLINE_FIELDS = {
  api: '>=1.1.0 <2.0.0',
  services: ['account'],
  statements: undefined,
  portfolio: undefined,
  credentials: { key: { label: 'API key', secret: true } },
  network: [READ],
  schemes: {
    key: { place: [{ header: 'x-api-key', value: { credential: 'key' } }] },
    frame: { place: [{ frame: '/key', value: { credential: 'key' } }] },
  },
};

/** Source text that a plugin of this kind begins with. */
export const ONLINE_PRELUDE = `
const BANK = '${BANK}', STREAM = '${STREAM}', PARTNER = '${PARTNER}';
const get = (path, init) => fetch(BANK + path, init);
const post = (path, body, type = 'application/json', headers = {}) =>
  get(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
const text = async (answer) => (await answer).text();
const said = (socket) => new Promise((resolve) => {
  const heard = [];
  socket.onmessage = ({ data }) => heard.push(data);
  socket.onclose = ({ code, reason }) => resolve([...heard, 'closed ' + code + ' ' + reason]);
});
const opened = (path = '/stream') => new Promise((resolve, reject) => {
  const socket = new WebSocket(STREAM + path);
  socket.onopen = () => resolve(socket);
  socket.onerror = () => reject(new Error('the socket was not opened'));
});
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
`;
