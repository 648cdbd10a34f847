import type { BadDays } from '../bad-day.ts';

export const ecbRates: BadDays = {
  plugin: 'ecb-rates',
  days: [
    { name: '429 without Retry-After', faults: [{ fault: { kind: 'rateLimit' }, times: 1 }] },
    {
      name: '5xx that stays',
      told: {
        code: 'UNAVAILABLE',
        message: 'The European Central Bank answered status 503.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'serverError' } }],
    },
    {
      name: 'HTML instead of rates',
      told: {
        code: 'MAINTENANCE',
        message: 'The European Central Bank answered with a web page, not with rates.',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'maintenance' } }],
    },
    {
      name: 'truncated body',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'The file of reference rates cannot be read: the archive is damaged.',
        remedy:
          'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
      },
      faults: [{ fault: { kind: 'truncate', afterBytes: 1000 } }],
    },
  ],
};
