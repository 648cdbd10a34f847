/** One emulated host with the origins that live there: `https:` and `wss:` of one name share a port. */
export interface Host {
  /** A name and a port, for example `api.acme.example:443`. */
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
}

/** The hosts of an emulator in the order of its origins. */
export function hostsOf(origins: readonly string[]): Host[] {
  const byKey = Map.groupBy(origins, (origin) => hostKey(urlOf(origin)));
  return [...byKey].map(([key, own]) => ({ key, name: key.slice(0, key.lastIndexOf(':')), origins: own }));
}

/** Whether it is a program on the user's own machine. */
export function isLocal({ origins }: Host): boolean {
  return origins.some((origin) => origin.startsWith('loopback:'));
}

/** The origin as a URL; `loopback:5000` is `https://localhost:5000`. */
export function urlOf(origin: string): URL {
  const loopback = /^loopback:(\d+)$/.exec(origin);
  return new URL(loopback === null ? origin : `https://localhost:${loopback[1]}`);
}

/** The URL on loopback that stands for an origin. */
export function loopbackUrl(origin: string, port: number, tls: boolean): string {
  const socket = urlOf(origin).protocol === 'wss:';
  const protocol = socket ? (tls ? 'wss' : 'ws') : tls ? 'https' : 'http';
  return `${protocol}://127.0.0.1:${port}`;
}

function hostKey({ protocol, hostname, port }: URL): string {
  if (protocol !== 'https:' && protocol !== 'wss:') {
    throw new RangeError(`An emulated origin is https:, wss: or loopback:, not "${protocol}"`);
  }
  return `${hostname}:${port === '' ? '443' : port}`;
}
