const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FORBIDDEN = /[\0\r\n]/;

type Pair = [name: string, value: string];

/** Names and values of a request or an answer; names are compared and shown in lower case, in order. */
export class Headers {
  readonly #values = new Map<string, string[]>();

  constructor(init?: unknown) {
    for (const [name, value] of readPairs(init)) this.append(name, value);
  }

  append(name: unknown, value: unknown): void {
    const key = readName(name);
    this.#values.set(key, [...(this.#values.get(key) ?? []), readValue(value)]);
  }

  delete(name: unknown): void {
    this.#values.delete(readName(name));
  }

  get(name: unknown): string | null {
    return this.#values.get(readName(name))?.join(', ') ?? null;
  }

  getSetCookie(): string[] {
    return [...(this.#values.get('set-cookie') ?? [])];
  }

  has(name: unknown): boolean {
    return this.#values.has(readName(name));
  }

  set(name: unknown, value: unknown): void {
    this.#values.set(readName(name), [readValue(value)]);
  }

  forEach(callback: (value: string, name: string, headers: Headers) => void, self?: unknown): void {
    for (const [name, value] of this.#pairs()) Reflect.apply(callback, self, [value, name, this]);
  }

  *entries(): Generator<Pair> {
    yield* this.#pairs();
  }

  *keys(): Generator<string> {
    for (const [name] of this.#pairs()) yield name;
  }

  *values(): Generator<string> {
    for (const [, value] of this.#pairs()) yield value;
  }

  [Symbol.iterator](): Generator<Pair> {
    return this.entries();
  }

  #pairs(): Pair[] {
    return [...this.#values.keys()]
      .sort()
      .map((name): Pair => [name, (this.#values.get(name) ?? []).join(', ')]);
  }
}

function readPairs(init: unknown): [unknown, unknown][] {
  if (init === undefined || init === null) return [];
  if (typeof init !== 'object') throw new TypeError('headers come as pairs or as an object');
  if (!(Symbol.iterator in init)) return Object.entries(init);
  return Array.from(init as Iterable<Iterable<unknown>>, (pair) => {
    const [name, value, ...rest] = pair;
    if (value === undefined || rest.length > 0) throw new TypeError('each pair must have a name and a value');
    return [name, value];
  });
}

function readName(name: unknown): string {
  const text = String(name);
  if (!TOKEN.test(text)) throw new TypeError('the name of the header is invalid');
  return text.toLowerCase();
}

function readValue(value: unknown): string {
  const text = String(value).trim();
  if (FORBIDDEN.test(text)) throw new TypeError('the value of the header is invalid');
  return text;
}
