import { CookieJar } from 'tough-cookie';
import type { LiveSecret } from '../scheme/index.js';
import { headerValues, type Header } from './header.js';

const MAX_COOKIES = 100;
const MAX_COOKIE = 4_096;

/** The cookies of one connection (RFC 6265), kept as long as the host runs. Plugins neither write nor see them. */
export class Cookies {
  readonly #jar = new CookieJar(undefined, { rejectPublicSuffixes: true });

  /** The header with the cookies for a URL, if there are any. */
  headerFor(url: URL): Header[] {
    const text = this.#jar.getCookieStringSync(url.href);
    return text === '' ? [] : [['cookie', text]];
  }

  /** Takes what an answer sets. What is no cookie, or not for that host, is dropped, as browsers do. */
  take(headers: readonly Header[], url: URL): void {
    for (const value of headerValues(headers, 'set-cookie')) {
      if (value.length > MAX_COOKIE || this.#count() >= MAX_COOKIES) continue;
      this.#jar.setCookieSync(value, url.href, { ignoreError: true });
    }
  }

  /** Values that even a script of the institution's own page would not see. */
  secrets(): LiveSecret[] {
    return this.#all()
      .filter(({ httpOnly }) => httpOnly === true)
      .map(({ key, value }) => ({ name: `cookie ${key ?? ''}`, bytes: Buffer.from(value ?? '') }));
  }

  #count(): number {
    return this.#all().length;
  }

  #all(): readonly { key?: string; value?: string; httpOnly?: boolean }[] {
    return this.#jar.serializeSync()?.cookies ?? [];
  }
}
