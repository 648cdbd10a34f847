import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ToyPlugin } from './toy-plugin.js';

/** Where the plugin says that it goes. */
const ORIGIN = 'https://api.acme.example';
export const PASSWORD = 'correct horse battery';
export const CODE = '12345678';

/** An institution on loopback: a login with a code or an approval, a session, and one account. */
export class AcmeInstitution {
  /** Method, path and body of each request. */
  readonly requests: string[] = [];
  /** What a login goes on with. */
  secondFactor: 'none' | 'CODE' | 'IN_APP' = 'none';
  /** How often an approval is asked for in vain. */
  approvedAfter = 0;
  /** Whether the next request with a session is told that it is over. */
  loseSession = false;
  #asked = 0;
  #session = 0;
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async open(): Promise<Readonly<Record<string, string>>> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo;
    return { [ORIGIN]: `http://127.0.0.1:${port}` };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  count(path: string): number {
    return this.requests.filter((line) => line.includes(path)).length;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.requests.push(`${request.method} ${request.url} ${body}`);
    const { status, ...content } = this.#decide(request, body);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(content));
  }

  #decide(
    { url, headers }: IncomingMessage,
    body: string,
  ): { readonly status: number; readonly [member: string]: unknown } {
    const given = body === '' ? {} : JSON.parse(body);
    if (url === '/login') {
      if (given.password !== PASSWORD) return { status: 401, error: 'BAD_CREDENTIALS' };
      if (this.secondFactor === 'CODE' && given.code === undefined) return { status: 200, next: 'CODE' };
      if (this.secondFactor === 'CODE' && given.code !== CODE) return { status: 401, error: 'BAD_CODE' };
      if (this.secondFactor === 'IN_APP' && this.#asked++ < this.approvedAfter)
        return { status: 200, next: 'IN_APP' };
      this.#session += 1;
      return { status: 200, session: `session-number-${this.#session}` };
    }
    if (this.loseSession || headers['x-session'] !== `session-number-${this.#session}`) {
      this.loseSession = false;
      return { status: 401, error: 'SESSION' };
    }
    return { status: 200, accounts: [{ id: 'A1', name: 'Main', cash: [{ amount: '10', currency: 'EUR' }] }] };
  }
}

const SCRIPT = `
const ask = async (path, init) => {
  const answer = await fetch('${ORIGIN}' + path, init);
  const content = await answer.json();
  if (content.error === 'BAD_CREDENTIALS') throw Object.assign(new Error('No such user or password.'), { code: 'AUTH_INVALID' });
  if (content.error === 'BAD_CODE') throw Object.assign(new Error('A wrong code.'), { code: 'AUTH_SECOND_FACTOR_REQUIRED' });
  if (content.error === 'SESSION') throw Object.assign(new Error('The session is over.'), { code: 'AUTH_EXPIRED' });
  return content;
};
const post = (content) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) });
const outcome = (content) => content.next === undefined
  ? { outcome: 'LOGGED_IN' }
  : { outcome: 'SECOND_FACTOR_REQUIRED', method: content.next, message: 'Look at your phone', pollAfter: 500 };
module.exports = { default: { type: 'broker', activate: () => ({
  authentication: {
    logIn: async () => outcome(await ask('/login', post({ step: 'first' }))),
    continueLogIn: async ({ method }) => outcome(await ask('/login', post({ step: method }))),
    logOut: async () => ({}),
  },
  account: { listAccounts: async () => ({ items: (await ask('/accounts', {})).accounts }) },
}) } };`;

/** The plugin of that institution. */
export const ACME_ONLINE: ToyPlugin = {
  script: SCRIPT,
  manifest: {
    api: '>=1.1.0 <2.0.0',
    services: ['authentication', 'account'],
    statements: [],
    credentials: {
      password: { label: 'Password', secret: true },
      code: { label: 'Code from the app', secret: true, once: true },
    },
    network: [
      {
        origin: ORIGIN,
        methods: ['POST'],
        paths: ['/login'],
        when: { in: 'json', member: '/step', values: ['first', 'IN_APP'] },
        access: 'read',
        credentials: ['password'],
        scheme: 'password',
        captures: [{ name: 'session', from: { json: '/session' } }],
        why: 'logs in',
      },
      {
        origin: ORIGIN,
        methods: ['POST'],
        paths: ['/login'],
        when: { in: 'json', member: '/step', values: ['CODE'] },
        access: 'read',
        credentials: ['password', 'code'],
        scheme: 'code',
        captures: [{ name: 'session', from: { json: '/session' } }],
        why: 'goes on with the login',
      },
      {
        origin: ORIGIN,
        methods: ['GET'],
        paths: ['/accounts'],
        access: 'read',
        credentials: ['session'],
        scheme: 'session',
        why: 'reads accounts',
      },
    ],
    schemes: {
      password: { place: [{ json: '/password', value: { credential: 'password' } }] },
      code: {
        place: [
          { json: '/password', value: { credential: 'password' } },
          { json: '/code', value: { credential: 'code' } },
        ],
      },
      session: { place: [{ header: 'x-session', value: { capture: 'session' } }] },
    },
  },
};
