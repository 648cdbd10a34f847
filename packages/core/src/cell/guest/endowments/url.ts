import { wrapSearchParams, type URLSearchParams } from './url-search-params.js';

const { URL: HostURL, TypeError } = globalThis;

/** A URL that takes and gives text alone. */
export class URL {
  readonly #url: InstanceType<typeof HostURL>;
  #searchParams: URLSearchParams | undefined;

  constructor(url: unknown, base?: unknown) {
    this.#url = open(String(url), base === undefined ? undefined : String(base));
  }

  static canParse(url: unknown, base?: unknown): boolean {
    return HostURL.canParse(String(url), base === undefined ? undefined : String(base));
  }

  static parse(url: unknown, base?: unknown): URL | null {
    return URL.canParse(url, base) ? new URL(url, base) : null;
  }

  get href(): string {
    return this.#url.href;
  }

  set href(value: unknown) {
    const text = String(value);
    if (!HostURL.canParse(text)) throw new TypeError('Invalid URL');
    this.#url.href = text;
  }

  get origin(): string {
    return this.#url.origin;
  }

  get protocol(): string {
    return this.#url.protocol;
  }

  set protocol(value: unknown) {
    this.#url.protocol = String(value);
  }

  get username(): string {
    return this.#url.username;
  }

  set username(value: unknown) {
    this.#url.username = String(value);
  }

  get password(): string {
    return this.#url.password;
  }

  set password(value: unknown) {
    this.#url.password = String(value);
  }

  get host(): string {
    return this.#url.host;
  }

  set host(value: unknown) {
    this.#url.host = String(value);
  }

  get hostname(): string {
    return this.#url.hostname;
  }

  set hostname(value: unknown) {
    this.#url.hostname = String(value);
  }

  get port(): string {
    return this.#url.port;
  }

  set port(value: unknown) {
    this.#url.port = String(value);
  }

  get pathname(): string {
    return this.#url.pathname;
  }

  set pathname(value: unknown) {
    this.#url.pathname = String(value);
  }

  get search(): string {
    return this.#url.search;
  }

  set search(value: unknown) {
    this.#url.search = String(value);
  }

  get searchParams(): URLSearchParams {
    this.#searchParams ??= wrapSearchParams(this.#url.searchParams);
    return this.#searchParams;
  }

  get hash(): string {
    return this.#url.hash;
  }

  set hash(value: unknown) {
    this.#url.hash = String(value);
  }

  toString(): string {
    return this.#url.href;
  }

  toJSON(): string {
    return this.#url.href;
  }
}

/** Errors of the runtime stay outside; only our own reach the plugin. */
function open(url: string, base: string | undefined): InstanceType<typeof HostURL> {
  try {
    return new HostURL(url, base);
  } catch {
    throw new TypeError('Invalid URL');
  }
}
