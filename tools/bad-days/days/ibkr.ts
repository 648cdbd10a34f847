import type { BadDays } from '../bad-day.ts';

const STATEMENT = 'GetStatement';

export const ibkr: BadDays = {
  plugin: 'ibkr',
  days: [
    {
      name: 'wrong token of the Flex web service',
      told: {
        code: 'AUTH_INVALID',
        message: 'The token is not valid. (1015)',
        remedy: 'In the Client Portal, under Flex Web Service, make a new token, then connect again.',
      },
      credentials: { flexToken: '999999999999999999999999' },
    },
    {
      name: 'expired token of the Flex web service',
      told: {
        code: 'AUTH_INVALID',
        message: 'The token has expired. (1012)',
        remedy: 'In the Client Portal, under Flex Web Service, make a new token, then connect again.',
      },
      faults: [{ fault: 'flex1012', route: 'SendRequest' }],
    },
    {
      name: 'inactive Flex web service',
      told: {
        code: 'AUTH_LOCKED',
        message: 'The Flex web service is not active for this user. (1011)',
        remedy: 'In the Client Portal, under Flex Web Service, switch it on.',
      },
      faults: [{ fault: 'flex1011', route: 'SendRequest' }],
    },
    { name: 'statement that is being made', faults: [{ fault: 'flex1019', route: STATEMENT, times: 3 }] },
    {
      name: 'statement that is never made',
      told: {
        code: 'UNAVAILABLE',
        message: 'The statement is being made. (1019)',
        remedy: 'Try again later.',
      },
      faults: [{ fault: 'flex1019', route: STATEMENT }],
    },
    {
      name: 'too many requests with a token',
      faults: [{ fault: 'flex1018', route: 'SendRequest', times: 1 }],
    },
    {
      name: 'HTML instead of a statement',
      told: {
        code: 'MAINTENANCE',
        message: 'The Flex web service answered with a web page, as it does while it is closed.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: 'maintenancePage', route: STATEMENT }],
    },
    {
      name: 'truncated statement',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'The statement that Interactive Brokers sent is cut off.',
        remedy: 'Try again; nothing of it was taken.',
      },
      faults: [{ fault: { kind: 'truncate', afterBytes: 3000 }, route: STATEMENT }],
    },
    {
      name: 'session of the portal lost in the middle of a sync',
      faults: [{ fault: 'portalSessionEnds', route: 'GET /portfolio/accounts', times: 1 }],
    },
    {
      name: 'brokerage session lost in the middle of a sync',
      faults: [{ fault: 'brokerageSessionEnds', route: 'GET /iserver/account/trades', times: 1 }],
    },
    {
      name: 'portal that does not answer',
      told: {
        code: 'UNAVAILABLE',
        message: 'The Client Portal API answered with the status 503.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: 'portalUnavailable' }],
    },
  ],
};
