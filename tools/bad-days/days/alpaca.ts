import type { BadDays } from '../bad-day.ts';

const ACTIVITIES = 'paper /v2/account/activities';

export const alpaca: BadDays = {
  plugin: 'alpaca',
  days: [
    {
      name: 'wrong key',
      told: {
        code: 'AUTH_INVALID',
        message: 'Alpaca answered "request is not authorized".',
        remedy: 'Check the keys, and whether they are those of the environment (paper or live).',
      },
      credentials: { keyId: 'PKWRONGKEY0000000009' },
    },
    {
      name: 'wrong secret',
      told: {
        code: 'AUTH_INVALID',
        message: 'Alpaca answered "request is not authorized".',
        remedy: 'Check the keys, and whether they are those of the environment (paper or live).',
      },
      credentials: { secretKey: 'wrong-secret-key-of-forty-characters-009' },
    },
    {
      name: '429 with Retry-After',
      faults: [{ fault: { kind: 'rateLimit', retryAfter: 7 }, route: ACTIVITIES, times: 1 }],
    },
    {
      name: '429 without Retry-After',
      faults: [{ fault: { kind: 'rateLimit' }, route: ACTIVITIES, times: 1 }],
    },
    {
      name: '5xx that stays',
      told: { code: 'UNAVAILABLE', message: 'Alpaca answered status 503.', remedy: 'Try again later.' },
      faults: [{ fault: { kind: 'serverError' }, route: ACTIVITIES }],
    },
    {
      name: 'HTML instead of JSON',
      told: {
        code: 'MAINTENANCE',
        message: 'Alpaca answered with a web page, not with data.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'maintenance' }, route: ACTIVITIES }],
    },
    {
      name: 'truncated body',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'Alpaca: the answer is no JSON.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [{ fault: { kind: 'truncate', afterBytes: 100 }, route: ACTIVITIES }],
    },
    {
      name: 'duplicate page',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'Alpaca gave the same page of activities again.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [{ fault: { kind: 'repeatAnswer' }, route: ACTIVITIES, skip: 1, times: 1 }],
    },
  ],
};
