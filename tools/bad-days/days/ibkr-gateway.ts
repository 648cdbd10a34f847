import type { BadDays } from '../bad-day.ts';

const ELSEWHERE = {
  code: 'UNAVAILABLE',
  message: 'Another session of the same user is open at Interactive Brokers, which the gateway gives way to.',
  remedy:
    'Close it (Trader Workstation, the app, another gateway), or log in to the gateway once more, and try again.',
} as const;

const NOT_LOGGED_IN = {
  code: 'AUTH_EXPIRED',
  message: 'Nobody is logged in to the Client Portal Gateway on this machine.',
  remedy:
    'Open https://localhost:5000 in a browser, with the port of your gateway where it is another one, log in, and try again.',
} as const;

/** The user logs in by browser before the next sync. */
const LOGGED_IN = [{ fault: 'gatewayLogin' }];

/** Through the Client Portal Gateway, over TLS with its own certificate. */
export const ibkrGateway: BadDays = {
  plugin: 'ibkr',
  settings: { flexWebService: false, localGateway: true },
  program: 'loopback:5000',
  days: [
    {
      name: 'gateway that does not run',
      told: {
        code: 'UNAVAILABLE',
        message: 'No connection to port 1 of this machine was made: nobody listens there (ECONNREFUSED).',
        remedy: 'Start the program that is to listen there, and try again.',
      },
      program: 'not running',
    },
    {
      name: 'another program on the port of the gateway',
      told: {
        code: 'UNAVAILABLE',
        message:
          'No connection to port … of this machine was made: what listens there speaks no TLS (ERR_SSL_WRONG_VERSION_NUMBER).',
        remedy:
          'Another program may have taken the port. Start the one of the institution on a free port and connect again.',
      },
      program: 'without TLS',
    },
    {
      name: 'gateway that shows another certificate',
      told: {
        code: 'CERTIFICATE_INVALID',
        message:
          'What listens on port … of this machine shows another certificate than the one that was approved.',
        remedy:
          'Find out why before you trust it. Compare its certificate and approve it: bourse connect ibkr --local',
      },
      program: 'another certificate',
    },
    {
      name: 'gateway to which nobody is logged in',
      told: NOT_LOGGED_IN,
      faults: [{ fault: 'gatewaySessionEnds', times: 1 }],
      mended: LOGGED_IN,
    },
    {
      name: 'session of the gateway lost in the middle of a sync',
      told: NOT_LOGGED_IN,
      faults: [{ fault: 'gatewaySessionEnds', route: 'gateway GET /iserver/account/trades', times: 1 }],
      mended: LOGGED_IN,
    },
    {
      name: 'brokerage session of the gateway lost in the middle of a sync',
      faults: [{ fault: 'gatewayBrokerageEnds', route: 'gateway GET /iserver/account/trades', times: 1 }],
    },
    {
      name: 'another program that takes over in the middle of a sync',
      told: ELSEWHERE,
      faults: [{ fault: 'gatewayGivesWay', route: 'gateway GET /iserver/account/trades', times: 1 }],
      mended: LOGGED_IN,
    },
  ],
};
