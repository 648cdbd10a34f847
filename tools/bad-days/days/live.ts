import type { BadDays } from '../bad-day.ts';

const HISTORY = 'GET /v2/account/history';
const PUBLIC = '8.8.8.8';
const CERTIFICATE =
  'Check the clock of this machine, and whether something stands between it and the internet.';

/** More often than the host ever asks. */
const always = (addresses: readonly string[]): (readonly string[])[] => Array(50).fill(addresses);

const LED_INSIDE = {
  code: 'NETWORK_REFUSED',
  message: 'The host api.bitvavo.com leads to an address that is not on the public internet.',
  remedy:
    'Check who tells this machine what names mean: a router, a filter or a VPN may lead this one astray.',
} as const;

/** Between a live connection and its institution. */
export const live: BadDays = {
  plugin: 'bitvavo',
  days: [
    {
      name: 'certificate of another authority',
      told: {
        code: 'CERTIFICATE_INVALID',
        message: 'The certificate of the server was refused (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
        remedy: CERTIFICATE,
      },
      certificate: 'of another authority',
    },
    {
      name: 'certificate that has expired',
      told: {
        code: 'CERTIFICATE_INVALID',
        message: 'The certificate of the server was refused (CERT_HAS_EXPIRED).',
        remedy: CERTIFICATE,
      },
      certificate: 'expired',
    },
    {
      name: 'certificate of another name',
      told: {
        code: 'CERTIFICATE_INVALID',
        message: 'The certificate of the server was refused (ERR_TLS_CERT_ALTNAME_INVALID).',
        remedy: CERTIFICATE,
      },
      certificate: 'of another name',
    },
    { name: 'name that leads inside', told: LED_INSIDE, addresses: always(['10.0.0.1']) },
    {
      name: 'name that leads inside as well',
      told: LED_INSIDE,
      addresses: always([PUBLIC, '169.254.169.254']),
    },
    {
      name: 'name that leads inside in the middle of a sync',
      told: LED_INSIDE,
      addresses: [[PUBLIC], ...always(['10.0.0.1'])],
      // After the pause the connection is lost, so that the name is asked for once more.
      faults: [
        { fault: { kind: 'rateLimit', retryAfter: 60 }, route: HISTORY, times: 1 },
        { fault: { kind: 'reset' }, route: HISTORY, skip: 1, times: 1 },
      ],
    },
    {
      name: 'name that is not there',
      told: {
        code: 'UNAVAILABLE',
        message: 'The host api.bitvavo.com has no address.',
        remedy: 'Try again later.',
      },
      addresses: always([]),
    },
  ],
};
