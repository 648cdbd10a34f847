import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const PASSWORD = 'correct horse battery staple';
export const CREDENTIALS = JSON.stringify({ user: 'me', password: PASSWORD });
const ORIGIN = 'https://api.acme.example';
const SESSION = 'session-0123456789';

/** What may go wrong with the next request for a path. */
export type Fault = 'SESSION' | 'CLOSED' | 'html' | 'cut' | 'busy' | 'reset';

/** An institution on loopback with one account and four trades on two pages. */
export class AcmeInstitution implements AsyncDisposable {
  readonly paths: string[] = [];
  /** Faults by path, each met once, the first one first. */
  readonly faults: { readonly path: string; readonly fault: Fault }[] = [];
  /** By how much its clock is ahead, in milliseconds. */
  skewMs = 0;
  cash = '60';
  quantity = '4';
  /** How an answer goes out. */
  send: (response: ServerResponse, body: string) => void = (response, body) => response.end(body);
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  /** @returns what the option --development takes */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `${ORIGIN}=http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const url = new URL(request.url ?? '', ORIGIN);
    this.paths.push(url.pathname);
    response.setHeader('date', new Date(Date.now() + this.skewMs).toUTCString());
    const index = this.faults.findIndex(({ path }) => path === url.pathname);
    const [met] = index < 0 ? [] : this.faults.splice(index, 1);
    if (met !== undefined && this.#fail(met.fault, response)) return;
    const content = met === undefined ? this.#contentOf(url, request, body) : { error: met.fault };
    response.writeHead(200, { 'content-type': 'application/json' });
    this.send(response, JSON.stringify(content));
  }

  /** Tells whether that was the answer. */
  #fail(fault: Fault, response: ServerResponse): boolean {
    if (fault === 'html') response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Back soon</h1>');
    else if (fault === 'busy') response.writeHead(429, { 'retry-after': '1' }).end('{"error":"BUSY"}');
    else if (fault === 'reset') response.destroy();
    else if (fault === 'cut') {
      response.writeHead(200, { 'content-length': '100' }).write('{"items":[');
      response.destroy();
    } else return false;
    return true;
  }

  #contentOf({ pathname, searchParams }: URL, { headers }: IncomingMessage, body: string): object {
    if (pathname === '/login') {
      const { user, password } = JSON.parse(body);
      return user === 'me' && password === PASSWORD ? { session: SESSION } : { error: 'WRONG' };
    }
    if (pathname.startsWith('/prices/'))
      return { last: '10.5', currency: 'EUR', at: '2026-03-01T10:00:00Z', delay: 'REALTIME' };
    if (headers['x-session'] !== SESSION) return { error: 'SESSION' };
    if (pathname === '/accounts') return [{ id: 'A1', cash: [{ amount: this.cash, currency: 'EUR' }] }];
    if (pathname === '/positions') return [{ quantity: this.quantity }];
    return pageOf(Number(searchParams.get('page')));
  }
}

function pageOf(page: number): object {
  const items = [1, 2].map((number) => ({
    id: `t${2 * page + number}`,
    day: `2026-02-0${2 * page + number}`,
    quantity: '1',
    price: '10',
    amount: '10',
  }));
  return { items, ...(page === 0 ? { next: '1' } : {}) };
}
