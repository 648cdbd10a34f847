import type { RunningEmulator } from '@bourse/sdk/emulator';
import { stepOf, totpOf } from './login/totp.js';
import type { DegiroScenario } from './scenario/scenario.js';
import type { DegiroState } from './state.js';

export type RunningDegiro = RunningEmulator<DegiroScenario, DegiroState>;

export const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A client for the tests of the emulator, written by the facts alone and without the plugin. */
export class TestClient {
  readonly #emulator: RunningDegiro;
  session = '';

  constructor(emulator: RunningDegiro) {
    this.#emulator = emulator;
  }

  /** The code that an app would show now. */
  code(secondsLater = 0): string {
    const { credentials, now } = this.#emulator;
    return totpOf(credentials.totpSecret ?? '', stepOf(now() + secondsLater * 1000));
  }

  login(path = '', more: object = {}, headers: Record<string, string> = {}): Promise<Response> {
    const { username, password } = this.#emulator.credentials;
    const body = {
      username,
      password,
      isPassCodeReset: false,
      isRedirectToMobile: false,
      queryTarams: {},
      ...more,
    };
    return fetch(`${this.#emulator.baseUrl}/login/secure/login${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': AGENT, ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Logs in with a code and keeps the session. */
  async open(): Promise<void> {
    const answer = await this.login('/totp', { oneTimePassword: this.code() });
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('sessionId' in body))
      throw new Error('The login failed.');
    this.session = String(body.sessionId);
  }

  /** Calls with cookie, matrix parameter and query, the account in the query. */
  call(
    path: string,
    query: Readonly<Record<string, string>> = {},
    init: RequestInit = {},
  ): Promise<Response> {
    const { baseUrl, scenario } = this.#emulator;
    const url = new URL(`${baseUrl}${path};jsessionid=${this.session}`);
    const all = { intAccount: String(scenario.intAccount), sessionId: this.session, ...query };
    for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
    const headers = { cookie: `JSESSIONID=${this.session}`, 'user-agent': AGENT };
    return fetch(url, { ...init, headers: { ...headers, ...Object.fromEntries(new Headers(init.headers)) } });
  }

  async read(path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    return (await this.call(path, query)).json();
  }
}
