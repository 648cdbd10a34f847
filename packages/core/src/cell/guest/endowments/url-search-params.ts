const { URLSearchParams: HostParams, TypeError } = globalThis;

type HostParams = InstanceType<typeof HostParams>;
type Pair = [name: string, value: string];

/** Wraps parameters that already exist, those of a URL, without copying them. */
let wrap: (inner: HostParams) => URLSearchParams;

export class URLSearchParams {
  #params: HostParams;

  constructor(init: unknown = '') {
    this.#params = new HostParams(readInit(init));
  }

  static {
    wrap = (inner) => {
      const params = new URLSearchParams();
      params.#params = inner;
      return params;
    };
  }

  get size(): number {
    return this.#params.size;
  }

  append(name: unknown, value: unknown): void {
    this.#params.append(String(name), String(value));
  }

  delete(name: unknown, value?: unknown): void {
    if (value === undefined) this.#params.delete(String(name));
    else this.#params.delete(String(name), String(value));
  }

  get(name: unknown): string | null {
    return this.#params.get(String(name));
  }

  getAll(name: unknown): string[] {
    return [...this.#params.getAll(String(name))];
  }

  has(name: unknown, value?: unknown): boolean {
    return value === undefined
      ? this.#params.has(String(name))
      : this.#params.has(String(name), String(value));
  }

  set(name: unknown, value: unknown): void {
    this.#params.set(String(name), String(value));
  }

  sort(): void {
    this.#params.sort();
  }

  toString(): string {
    return this.#params.toString();
  }

  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, self?: unknown): void {
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
    return Array.from(this.#params, ([name, value]): Pair => [name, value]);
  }
}

export function wrapSearchParams(inner: HostParams): URLSearchParams {
  return wrap(inner);
}

/** Reads text, pairs or a record into what the runtime takes, so that it never touches an object of the plugin. */
function readInit(init: unknown): string | Pair[] {
  if (typeof init !== 'object' || init === null) return String(init);
  if (!(Symbol.iterator in init)) return Object.entries(init).map(([name, value]) => [name, String(value)]);
  return Array.from(init as Iterable<unknown>, (pair) => {
    const [name, value, ...rest] = Array.from(pair as Iterable<unknown>, String);
    if (name === undefined || value === undefined || rest.length > 0)
      throw new TypeError('each pair must have a name and a value');
    return [name, value];
  });
}
