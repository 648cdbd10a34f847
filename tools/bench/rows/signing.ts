import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alternate, timed, type Run } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { ROOT } from '../../root.ts';
import { acme, API_ORIGIN } from '../scene/acme-emulator.ts';
import { SIGNED } from '../scene/online-plugin.ts';

/** Requests that one run is made of. */
const REQUESTS = 2_000;

/** What the core signs with; it is no part of what the package gives to others. */
const SIGNER = join(ROOT, 'packages', 'core', 'dist', 'gateway', 'scheme', 'index.js');

interface Signer {
  prepare(options: object): {
    readonly request: { readonly headers: readonly unknown[] };
    readonly run: { dispose(): void };
  };
}

export const signing: Row = {
  name: 'signing',
  async measure() {
    const { prepare } = (await import(pathToFileURL(SIGNER).href)) as Signer;
    const url = new URL(`${API_ORIGIN}/signed`);
    const secrets = new Map(
      Object.entries(acme.credentials).map(([name, value]) => [
        name,
        { bytes: Buffer.from(value), secret: true },
      ]),
    );
    const options = {
      request: { method: 'GET', url, headers: [], body: undefined },
      name: 'signed',
      allowed: [...secrets.keys()],
      sources: { credential: (name: string) => secrets.get(name), capture: () => undefined },
      ports: { now: Date.now },
      isLogin: false,
    };
    const many =
      (scheme: object, placed: number): Run =>
      () =>
        timed(() => {
          for (let made = 0; made < REQUESTS; made += 1) {
            const { request, run } = prepare({ ...options, scheme });
            if (request.headers.length !== placed) throw new Error('a request is not signed');
            run.dispose();
          }
        });
    const times = await alternate({ signed: many(SIGNED, 3), bare: many({ place: [] }, 0) });
    return [
      {
        name: 'signing',
        value: ((times.signed - times.bare) / REQUESTS) * 1_000,
        unit: 'µs',
        limit: 50,
        what: 'what the host computes for a signature with HMAC-SHA512 and for three headers, beyond a request without',
      },
    ];
  },
};
