import { createHmac, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { decryptSecret } from '../oauth/decrypt-secret.js';
import { power } from '../oauth/power.js';
import { quotePlus } from '../oauth/quote-plus.js';

/** What a client of the API needs. */
export interface ClientOptions {
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
  now(): number;
  /** What signatures are made over; the institution's own URL unless told, wherever requests really go. */
  readonly signedOrigin?: string;
  /** The global one unless told. */
  readonly fetch?: typeof fetch;
}

type Parameters = Readonly<Record<string, string>>;

const REAL = 'https://api.ibkr.com';

/** A client of the API written from its documentation. */
export class PortalClient {
  readonly #options: ClientOptions;
  #token: Buffer | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Logs in. @returns whether both sides have the same live session token */
  async logIn(): Promise<boolean> {
    const said = (await (await this.requestToken()).json()) as Record<string, string>;
    const { consumerKey = '' } = this.#options.credentials;
    return (
      createHmac('sha1', this.#token ?? '')
        .update(consumerKey)
        .digest('hex') === said.live_session_token_signature
    );
  }

  /** Asks for a live session token and works it out. @returns the answer as it came */
  async requestToken(): Promise<Response> {
    const { dhPrime = '', encryptionKey = '', accessTokenSecret = '' } = this.#options.credentials;
    const prime = BigInt(`0x${dhPrime}`);
    const exponent = BigInt(`0x${randomBytes(32).toString('hex')}`);
    const secret = decryptSecret(encryptionKey, accessTokenSecret);
    const challenge = power(2n, exponent, prime).toString(16);
    const answer = await this.#send('POST', '/v1/api/oauth/live_session_token', {
      header: this.#authorize('POST', '/v1/api/oauth/live_session_token', {
        more: { diffie_hellman_challenge: challenge },
        secret,
      }),
    });
    const said = (await answer.clone().json()) as Record<string, string>;
    const shared = power(BigInt(`0x${said.diffie_hellman_response ?? '0'}`), exponent, prime);
    this.#token = createHmac('sha1', asJavaBytes(shared)).update(secret).digest();
    return answer;
  }

  /** A signed request below `/v1/api`. */
  ask(method: string, path: string, body?: unknown): Promise<Response> {
    const full = `/v1/api${path}`;
    return this.#send(method, full, { header: this.#authorize(method, full, {}), body });
  }

  async json(method: string, path: string, body?: unknown): Promise<unknown> {
    return (await this.ask(method, path, body)).json();
  }

  #authorize(method: string, path: string, how: { more?: Parameters; secret?: Buffer }): string {
    const { consumerKey = '', accessToken = '', signatureKey = '' } = this.#options.credentials;
    const parameters: Parameters = {
      ...how.more,
      oauth_consumer_key: consumerKey,
      oauth_nonce: randomBytes(8).toString('hex'),
      oauth_signature_method: how.secret === undefined ? 'HMAC-SHA256' : 'RSA-SHA256',
      oauth_timestamp: String(Math.floor(this.#options.now() / 1_000)),
      oauth_token: accessToken,
    };
    const { signedOrigin = REAL } = this.#options;
    const url = new URL(path, signedOrigin);
    const sorted = Object.entries({ ...parameters, ...Object.fromEntries(url.searchParams) })
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const base = `${method}&${quotePlus(`${signedOrigin}${url.pathname}`)}&${quotePlus(sorted)}`;
    const signature =
      how.secret === undefined
        ? createHmac('sha256', this.#token ?? '')
            .update(base)
            .digest()
        : sign('sha256', Buffer.from(how.secret.toString('hex') + base), createPrivateKey(signatureKey));
    const named = Object.entries({ ...parameters, oauth_signature: quotePlus(signature.toString('base64')) })
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}="${value}"`);
    return `OAuth realm="limited_poa", ${named.join(', ')}`;
  }

  #send(
    method: string,
    path: string,
    { header, body }: { header: string; body?: unknown },
  ): Promise<Response> {
    const send = this.#options.fetch ?? fetch;
    return send(`${this.#options.baseUrl}${path}`, {
      method,
      headers: {
        authorization: header,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

/** As Java writes a number: with a zero byte in front where the bit length is a multiple of 8. */
function asJavaBytes(number: bigint): Buffer {
  const bits = number.toString(2).length;
  const hex = number.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(bits % 8 === 0 ? `00${even}` : even, 'hex');
}
