import { isCurrency } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import { malformed, type Json } from '../json/parse-json.js';
import { readServices, SITE, type Services } from './addresses.js';
import { ask, send, type SiteRequest } from './request.js';
import { findAnswerProblem } from './answer-problem.js';

/** Whose account it is, as the site says after the login. */
export interface Client {
  /** Of every request to the reports; also the id of the account in records. */
  readonly intAccount: string;
  /** What the price feed knows the client by. */
  readonly userToken: string;
  readonly displayName: string | undefined;
  /** Of the texts of the account, such as `nl`. */
  readonly language: string;
}

interface Configuration {
  readonly services: Services;
  readonly userToken: string;
}

/**
 * The site behind a login. What it says of itself and of the client is asked for once; the session itself stays with
 * the host, which puts it into each request.
 */
export class Site {
  readonly #signal: AbortSignal;
  #configuration: Promise<Configuration> | undefined;
  #client: Promise<Client> | undefined;
  #baseCurrency: Promise<string> | undefined;

  /** @param signal Aborted when the plugin is about to be stopped. */
  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Forgets what belongs to a former login. */
  reset(): void {
    this.#configuration = undefined;
    this.#client = undefined;
    this.#baseCurrency = undefined;
  }

  /** Who is logged in. */
  client(): Promise<Client> {
    this.#client = this.#client ?? keepUnlessFailed(this.#askClient(), () => (this.#client = undefined));
    return this.#client;
  }

  /** The currency in which the account is kept. */
  baseCurrency(): Promise<string> {
    this.#baseCurrency =
      this.#baseCurrency ?? keepUnlessFailed(this.#askBaseCurrency(), () => (this.#baseCurrency = undefined));
    return this.#baseCurrency;
  }

  /** Asks one of the services. `{intAccount}` in the path stands for the account, which reports name in the query. */
  async ask(service: keyof Services, path: string, request: SiteRequest = {}): Promise<Fields> {
    const { services } = await this.#configured();
    const { intAccount } = await this.client();
    const isInPath = path.includes('{intAccount}');
    const answer = await this.#ask(`${services[service]}${path.replace('{intAccount}', intAccount)}`, {
      ...request,
      query: { ...(isInPath ? {} : { intAccount }), ...request.query },
    });
    return new Fields(answer);
  }

  /** Ends the session. One that has ended already is as good. */
  async logOut(): Promise<void> {
    const { services } = await this.#configured();
    const { intAccount } = await this.client();
    const answer = await send(`${services.trading}logout`, {
      method: 'PUT',
      query: { intAccount },
      signal: this.#signal,
    });
    const problem = answer.status === 401 ? undefined : findAnswerProblem(answer.status, answer.text);
    if (problem !== undefined) throw problem;
    this.reset();
  }

  #configured(): Promise<Configuration> {
    this.#configuration =
      this.#configuration ??
      keepUnlessFailed(this.#askConfiguration(), () => (this.#configuration = undefined));
    return this.#configuration;
  }

  async #askConfiguration(): Promise<Configuration> {
    const data = new Fields(await this.#ask(`${SITE}/login/secure/config`)).object('data');
    return { services: readServices(data), userToken: data.text('clientId') };
  }

  async #askClient(): Promise<Client> {
    const { services, userToken } = await this.#configured();
    const data = new Fields(await this.#ask(`${services.pa}client`)).object('data');
    return {
      intAccount: data.text('intAccount'),
      userToken,
      displayName: data.optionalText('displayName'),
      language: data.optionalText('language') ?? 'nl',
    };
  }

  async #askBaseCurrency(): Promise<string> {
    const data = (await this.ask('trading', 'v5/account/info/{intAccount}')).object('data');
    const currency = data.text('baseCurrency');
    if (!isCurrency(currency)) throw malformed('The account is in no currency.', '/data/baseCurrency');
    return currency;
  }

  #ask(url: string, request: SiteRequest = {}): Promise<Json> {
    return ask(url, { ...request, signal: this.#signal });
  }
}

function keepUnlessFailed<Value>(value: Promise<Value>, forget: () => void): Promise<Value> {
  value.catch(forget);
  return value;
}
