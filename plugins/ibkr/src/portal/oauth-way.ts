import { ProblemError } from '@bourse/sdk';
import { expectOk, readJson } from './portal-requests.js';
import type { PortalWay } from './portal-way.js';
import { WireObject } from './wire-object.js';

const INIT = '/iserver/auth/ssodh/init';

/** To the institution itself, with keys of the user: the host signs with them. */
export const oauthWay: PortalWay = {
  host: 'api.ibkr.com',
  pace: 0,
  open: async (requests) => {
    const token = await requests.send('POST', '/oauth/live_session_token');
    if (token.status === 401 || token.status === 400 || token.status === 403)
      throw new ProblemError({
        code: 'AUTH_INVALID',
        message: 'Interactive Brokers refused the OAuth keys.',
        remedy: 'Check consumer key, access token, secret and key files, and the clock of this machine.',
      });
    const answer = new WireObject(await readJson(expectOk(token)), 'live_session_token');
    // Trades and quotes are there in a brokerage session only; one that somebody else has open gives way.
    const status = await requests.post(INIT, 'ssodh/init', { publish: true, compete: true });
    if (status.isTrue('authenticated')) return answer.instant('live_session_token_expiration');
    throw new ProblemError({
      code: 'UNAVAILABLE',
      message: 'Interactive Brokers opened no brokerage session.',
      remedy: 'Close other sessions of the same user and try again.',
    });
  },
  close: async (requests) => {
    const response = await requests.send('POST', '/logout');
    await response.body?.cancel();
  },
};
