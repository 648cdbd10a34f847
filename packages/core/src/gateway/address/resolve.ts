import { lookup } from 'node:dns/promises';

/** Gives all addresses of a host name; fails where there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** As the system does it: its hosts file, its servers, in its order. */
export const resolveBySystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true, order: 'verbatim' });
  return found.map(({ address }) => address);
};
