import { canonicalDomain, Cookie, CookieJar, defaultPath } from 'tough-cookie';
import { SEARCHABLE_LENGTH, type LiveSecret } from '../scheme/index.js';
import { headerValues, type Header } from './header.js';

const MAX_COOKIES = 100;
const MAX_COOKIE = 4_096;

/** What tells a cookie apart from others (RFC 6265 §5.3). */
type Identity = string;

/** The cookies of one connection (RFC 6265), kept as long as the host runs. Plugins neither write nor see them. */
export class Cookies {
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: true });
  #known: ReadonlySet<Identity> = new Set();
  #secrets: readonly LiveSecret[] = [];

  /** Values that stand for a session or for somebody's device, as far as a value tells. */
  get secrets(): readonly LiveSecret[] {
    return this.#secrets;
  }

  /** The header with the cookies for a URL, if there are any. */
  headerFor(url: URL): Header[] {
    if (this.#known.size === 0) return [];
    const text = this.#jar.getCookieStringSync(url.href);
    return text === '' ? [] : [['cookie', text]];
  }

  /**
   * Takes what an answer sets. What is no cookie, or not for that host, is dropped, as browsers do; so are further ones
   * where there are very many.
   */
  take(headers: readonly Header[], url: URL): void {
    const values = headerValues(headers, 'set-cookie').filter(({ length }) => length <= MAX_COOKIE);
    const cookies = values.flatMap((value) => Cookie.parse(value) ?? []);
    if (cookies.length === 0) return;
    const known = new Set(this.#known);
    for (const cookie of cookies) {
      const identity = identityOf(cookie, url);
      if (known.size >= MAX_COOKIES && !known.has(identity)) continue;
      if (this.#jar.setCookieSync(cookie, url.href, { ignoreError: true }) !== undefined) known.add(identity);
    }
    this.#look();
  }

  /** Forgets the session that they stand for. Until others are set they stay secret, since answers may still show them. */
  clear(): void {
    this.#jar.removeAllCookiesSync();
    this.#known = new Set();
  }

  #look(): void {
    const all = this.#jar.serializeSync()?.cookies ?? [];
    this.#known = new Set(all.map(({ domain, path, key }) => joined(domain, path, key)));
    this.#secrets = all
      .filter(({ httpOnly, value }) => httpOnly === true || isToken(value ?? ''))
      .map(({ key, value }) => ({ name: `cookie ${key ?? ''}`, bytes: Buffer.from(value ?? '') }));
  }
}

function identityOf({ domain, path, key }: Cookie, { hostname, pathname }: URL): Identity {
  return joined(canonicalDomain(domain ?? hostname), path ?? defaultPath(pathname), key);
}

function joined(domain: unknown, path: unknown, key: unknown): Identity {
  return JSON.stringify([domain, path, key]);
}

/** Letters and digits together. What is a word or a number alone, a language or an account, may stand in any answer. */
function isToken(value: string): boolean {
  return value.length >= SEARCHABLE_LENGTH && /[a-z]/i.test(value) && /[0-9]/.test(value);
}
