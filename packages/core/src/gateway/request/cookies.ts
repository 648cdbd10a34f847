import { Cookie, CookieJar } from 'tough-cookie';
import { SEARCHABLE_LENGTH, type LiveSecret } from '../scheme/index.js';
import { headerValues, type Header } from './header.js';

const MAX_COOKIES = 100;
const MAX_COOKIE = 4_096;

/** The cookies of one connection (RFC 6265), kept as long as the host runs. Plugins neither write nor see them. */
export class Cookies {
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: true });
  #names: ReadonlySet<string> = new Set();
  #secrets: readonly LiveSecret[] = [];

  /** Values that stand for a session or for somebody's device, as far as a value tells. */
  get secrets(): readonly LiveSecret[] {
    return this.#secrets;
  }

  /** The header with the cookies for a URL, if there are any. */
  headerFor(url: URL): Header[] {
    if (this.#names.size === 0) return [];
    const text = this.#jar.getCookieStringSync(url.href);
    return text === '' ? [] : [['cookie', text]];
  }

  /**
   * Takes what an answer sets. What is no cookie, or not for that host, is dropped, as browsers do; so are further names
   * where there are very many.
   */
  take(headers: readonly Header[], url: URL): void {
    for (const value of headerValues(headers, 'set-cookie')) {
      const cookie = value.length > MAX_COOKIE ? undefined : Cookie.parse(value);
      const isFull = this.#names.size >= MAX_COOKIES;
      if (cookie === undefined || (isFull && !this.#names.has(cookie.key))) continue;
      this.#jar.setCookieSync(cookie, url.href, { ignoreError: true });
      this.#look();
    }
  }

  #look(): void {
    const all = this.#jar.serializeSync()?.cookies ?? [];
    this.#names = new Set(all.map(({ key }) => key ?? ''));
    this.#secrets = all
      .filter(({ httpOnly, value }) => httpOnly === true || isToken(value ?? ''))
      .map(({ key, value }) => ({ name: `cookie ${key ?? ''}`, bytes: Buffer.from(value ?? '') }));
  }
}

/** Letters and digits together. What is a word or a number alone, a language or an account, may stand in any answer. */
function isToken(value: string): boolean {
  return value.length >= SEARCHABLE_LENGTH && /[a-z]/i.test(value) && /[0-9]/.test(value);
}
