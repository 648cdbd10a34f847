import { ProblemError } from '@bourse/sdk';
import { expectOk, readJson, type PortalRequests } from './portal-requests.js';
import type { PortalWay } from './portal-way.js';
import { WireObject } from './wire-object.js';

/** Ten requests a second, with a little room. */
const PACE = 110;

/**
 * To the Client Portal Gateway, which the user runs on his own machine and logs in to by browser. Its session is his: it is
 * neither opened nor ended here, and one that he has open elsewhere is left alone.
 */
export const gatewayWay: PortalWay = {
  host: 'localhost:5000',
  pace: PACE,
  open: async (requests) => {
    const status = await ask(requests, '/iserver/auth/status');
    if (status.isTrue('authenticated')) return undefined;
    if (status.isTrue('competing')) throw competing();
    const opened = await ask(requests, '/iserver/auth/ssodh/init', { publish: true, compete: false });
    if (opened.isTrue('authenticated')) return undefined;
    throw opened.isTrue('competing') ? competing() : notLoggedIn();
  },
  close: async () => {},
};

async function ask(requests: PortalRequests, path: string, body?: object): Promise<WireObject> {
  const response = await requests.send('POST', path, body);
  if (response.status !== 401) return new WireObject(await readJson(expectOk(response)), path.slice(1));
  await response.body?.cancel();
  throw notLoggedIn();
}

function notLoggedIn(): ProblemError {
  return new ProblemError({
    code: 'AUTH_EXPIRED',
    message: 'Nobody is logged in to the Client Portal Gateway on this machine.',
    remedy:
      'Open https://localhost:5000 in a browser, with the port of your gateway where it is another one, log in, and try again.',
  });
}

function competing(): ProblemError {
  return new ProblemError({
    code: 'UNAVAILABLE',
    message:
      'Another session of the same user is open at Interactive Brokers, which the gateway gives way to.',
    remedy:
      'Close it (Trader Workstation, the app, another gateway), or log in to the gateway once more, and try again.',
  });
}
