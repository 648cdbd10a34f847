import type { BadDays } from '../bad-day.ts';

const HISTORY = 'GET /v2/account/history';

export const bitvavo: BadDays = {
  plugin: 'bitvavo',
  days: [
    {
      name: 'wrong key',
      told: {
        code: 'AUTH_INVALID',
        message: 'Bitvavo answered 305: "No active API key found."',
        remedy:
          'Check key and secret, and that the key was confirmed by e-mail: Bitvavo, account, Settings, API.',
      },
      credentials: { apiKey: 'k'.repeat(64) },
    },
    {
      name: 'wrong secret',
      told: {
        code: 'AUTH_INVALID',
        message: 'Bitvavo answered 309: "Signature is invalid."',
        remedy:
          'Check key and secret, and that the key was confirmed by e-mail: Bitvavo, account, Settings, API.',
      },
      credentials: { apiSecret: 'wrong0secret0000'.repeat(8) },
    },
    {
      name: 'clock off by two minutes',
      told: {
        code: 'INVALID_REQUEST',
        message: 'Bitvavo does not accept the time of this computer. It is about 120 seconds off.',
        remedy: 'Set the clock of this computer, best by a time server, and try again.',
      },
      faults: [{ fault: { kind: 'clockSkew', milliseconds: 120_000 } }],
    },
    {
      name: '429 with Retry-After',
      faults: [{ fault: { kind: 'rateLimit', retryAfter: 7 }, route: HISTORY, times: 1 }],
    },
    { name: '429 without Retry-After', faults: [{ fault: { kind: 'rateLimit' }, route: HISTORY, times: 1 }] },
    {
      name: '429 that never ends',
      told: {
        code: 'RATE_LIMITED',
        message: 'Bitvavo answered with status 429.',
        remedy: 'Wait and try again.',
      },
      faults: [{ fault: { kind: 'rateLimit', retryAfter: 7 }, route: HISTORY }],
    },
    { name: 'banned for a minute', faults: [{ fault: 'banned', route: HISTORY, times: 1 }] },
    {
      name: 'a single 5xx',
      faults: [{ fault: { kind: 'serverError', status: 502 }, route: HISTORY, times: 1 }],
    },
    {
      name: '5xx that stays',
      told: { code: 'UNAVAILABLE', message: 'Bitvavo answered with status 502.', remedy: 'Try again later.' },
      faults: [{ fault: { kind: 'serverError', status: 502 }, route: HISTORY }],
    },
    {
      name: 'overload',
      told: {
        code: 'UNAVAILABLE',
        message: 'Bitvavo answered 107: "The matching engine is overloaded."',
        remedy: 'Try again later.',
      },
      faults: [{ fault: 'overload', route: HISTORY }],
    },
    {
      name: 'maintenance',
      told: {
        code: 'MAINTENANCE',
        message: 'Bitvavo answered 404: "Bitvavo is under maintenance."',
        remedy: 'Try again later.',
      },
      faults: [{ fault: 'maintenance' }],
    },
    {
      name: 'HTML instead of JSON',
      told: {
        code: 'MAINTENANCE',
        message: 'Bitvavo answered with a web page, not with data.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'maintenance' }, route: HISTORY }],
    },
    {
      name: 'malformed JSON',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'Bitvavo: the answer is no JSON.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [{ fault: { kind: 'malformedJson' }, route: HISTORY }],
    },
    {
      name: 'truncated body',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'Bitvavo: the answer is no JSON.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [{ fault: { kind: 'truncate', afterBytes: 100 }, route: HISTORY }],
    },
    {
      name: 'connection lost in the middle of a body',
      told: {
        code: 'UNAVAILABLE',
        message:
          'https://api.bitvavo.com did not answer to the end: the connection was cut (UND_ERR_SOCKET).',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'drop', afterBytes: 100 }, route: HISTORY }],
    },
    { name: 'connection reset', faults: [{ fault: { kind: 'reset' }, route: HISTORY, times: 1 }] },
    {
      name: 'slow body',
      told: {
        code: 'UNAVAILABLE',
        message: 'https://api.bitvavo.com did not answer to the end: no sign of life came in time (…).',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'slow', bytes: 10, milliseconds: 100_000 }, route: HISTORY }],
      isImpatient: true,
    },
    {
      name: 'silence',
      told: {
        code: 'UNAVAILABLE',
        message: 'https://api.bitvavo.com did not answer to the end: no sign of life came in time (…).',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'silence' }, route: HISTORY }],
      isImpatient: true,
    },
    {
      name: 'duplicate page',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'Bitvavo: another page was answered than was asked for.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [
        { fault: 'longHistory', times: 1 },
        { fault: { kind: 'repeatAnswer' }, route: HISTORY, skip: 1, times: 1 },
      ],
      changesData: true,
    },
    {
      name: 'row that is booked between two pages',
      faults: [
        { fault: 'longHistory', times: 1 },
        { fault: 'newBooking', route: HISTORY, skip: 1, times: 1 },
      ],
      changesData: true,
    },
  ],
};
