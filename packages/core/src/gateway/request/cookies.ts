import { canonicalDomain, Cookie, CookieJar, defaultPath } from 'tough-cookie';
import { originOf } from '../permission/index.js';
import { SEARCHABLE_LENGTH, type LiveSecret } from '../scheme/index.js';
import { headerValues, type Header } from './header.js';

const MAX_COOKIES = 100;
const MAX_COOKIE = 4_096;

/** What tells a cookie apart from others (RFC 6265 §5.3). */
type Identity = string;

/** The internet, where names tell hosts apart. */
const INTERNET = '';

/**
 * The cookies of one connection (RFC 6265), kept as long as the host runs. Plugins neither write nor see them. The programs
 * on this machine share its name, so each has a jar of its own: cookies do not tell ports apart.
 */
export class Cookies {
  readonly #jars = new Map<string, CookieJar>();
  #known: ReadonlySet<Identity> = new Set();
  #secrets: readonly LiveSecret[] = [];

  /** Values that stand for a session or for somebody's device, as far as a value tells. */
  get secrets(): readonly LiveSecret[] {
    return this.#secrets;
  }

  /** The header with the cookies for a URL, if there are any. */
  headerFor(url: URL): Header[] {
    if (this.#known.size === 0) return [];
    const text = this.#jars.get(placeOf(url))?.getCookieStringSync(url.href) ?? '';
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
    const jar = this.#jarOf(placeOf(url));
    const known = new Set(this.#known);
    for (const cookie of cookies) {
      const identity = identityOf(cookie, url);
      if (known.size >= MAX_COOKIES && !known.has(identity)) continue;
      if (jar.setCookieSync(cookie, url.href, { ignoreError: true }) !== undefined) known.add(identity);
    }
    this.#look();
  }

  /** Forgets the session that they stand for. Until others are set they stay secret, since answers may still show them. */
  clear(): void {
    this.#jars.clear();
    this.#known = new Set();
  }

  #jarOf(place: string): CookieJar {
    const jar = this.#jars.get(place) ?? new CookieJar(undefined, { rejectPublicSuffixes: true });
    this.#jars.set(place, jar);
    return jar;
  }

  #look(): void {
    const all = [...this.#jars].flatMap(([place, jar]) =>
      (jar.serializeSync()?.cookies ?? []).map((cookie) => ({ place, cookie })),
    );
    this.#known = new Set(
      all.map(({ place, cookie: { domain, path, key } }) => joined(place, domain, path, key)),
    );
    this.#secrets = all
      .filter(({ cookie: { httpOnly, value } }) => httpOnly === true || isToken(value ?? ''))
      .map(({ cookie: { key, value } }) => ({
        name: `cookie ${key ?? ''}`,
        bytes: Buffer.from(value ?? ''),
      }));
  }
}

function identityOf({ domain, path, key }: Cookie, url: URL): Identity {
  const { hostname, pathname } = url;
  return joined(placeOf(url), canonicalDomain(domain ?? hostname), path ?? defaultPath(pathname), key);
}

function joined(...parts: readonly unknown[]): Identity {
  return JSON.stringify(parts);
}

function placeOf(url: URL): string {
  const origin = originOf(url);
  return origin.startsWith('loopback:') ? origin : INTERNET;
}

/** Letters and digits together. What is a word or a number alone, a language or an account, may stand in any answer. */
function isToken(value: string): boolean {
  return value.length >= SEARCHABLE_LENGTH && /[a-z]/i.test(value) && /[0-9]/.test(value);
}
