import type { BadDays, Told } from '../bad-day.ts';

const NO_KEY = { totpSecret: '' };

const CAREFULLY_ANEW =
  'Give the credentials anew. DEGIRO locks the account after a few wrong logins, so try them in a browser first.';

const WRONG_CODE: Told = {
  code: 'AUTH_INVALID',
  message: 'DEGIRO refused the code, or it was used before. It counts 1 wrong login by now.',
  remedy: CAREFULLY_ANEW,
};

const CLOSED: Told = {
  code: 'MAINTENANCE',
  message: 'DEGIRO is closed for maintenance: Scheduled maintenance We are back on Sunday at 18:00.',
  remedy: 'Try again later; nothing is lost.',
};

export const degiro: BadDays = {
  plugin: 'degiro',
  days: [
    {
      name: 'wrong password',
      told: {
        code: 'AUTH_INVALID',
        message: 'DEGIRO refused user name or password. It counts 1 wrong login by now.',
        remedy: CAREFULLY_ANEW,
      },
      credentials: { password: 'wrong-horse-battery-1' },
    },
    {
      name: 'wrong code',
      told: WRONG_CODE,
      credentials: NO_KEY,
      types: 'a wrong code',
    },
    {
      name: 'expired code',
      told: WRONG_CODE,
      credentials: NO_KEY,
      types: 'a code of before',
    },
    {
      name: 'reused code',
      told: WRONG_CODE,
      credentials: NO_KEY,
      types: 'a code that was used',
    },
    {
      name: 'no code given',
      told: {
        code: 'AUTH_SECOND_FACTOR_REQUIRED',
        message: 'The institution asks for "Code of the authenticator app", and none was given.',
        remedy: 'Connect again at a terminal, and type the code there.',
      },
      credentials: NO_KEY,
      types: 'nothing',
    },
    {
      name: 'blocked account',
      told: {
        code: 'AUTH_LOCKED',
        message: 'DEGIRO has locked the account.',
        remedy: 'Unlock it at DEGIRO, usually with "Forgot password".',
      },
      faults: [{ fault: 'accountLocked' }],
      mended: [{ fault: 'accountUnlocked' }],
    },
    {
      name: 'captcha',
      told: {
        code: 'AUTH_CAPTCHA',
        message: 'DEGIRO asks for a captcha, which only a person can solve.',
        remedy: 'Log in once at DEGIRO in a browser, then try again.',
      },
      faults: [{ fault: 'captchaAsked' }],
      mended: [{ fault: 'captchaSolved' }],
    },
    {
      name: 'in-app approval never given',
      told: {
        code: 'AUTH_SECOND_FACTOR_REQUIRED',
        message: 'The login was not approved in the app within 120 seconds.',
        remedy: 'Try again, and approve it on your device.',
      },
      faults: [{ fault: 'approvalIgnored', times: 1 }],
      mended: [{ fault: 'approvalGiven' }],
    },
    {
      name: 'session lost in the middle of a sync',
      faults: [{ fault: 'sessionLost', route: 'transactions', times: 1 }],
    },
    {
      name: 'session lost again and again',
      told: { code: 'AUTH_EXPIRED', message: 'The session at DEGIRO has ended.', remedy: 'Log in again.' },
      faults: [{ fault: 'sessionLost', route: 'transactions' }],
    },
    {
      name: 'maintenance',
      told: CLOSED,
      faults: [{ fault: 'maintenance' }],
    },
    {
      name: 'maintenance that begins in the middle of a sync',
      told: CLOSED,
      faults: [{ fault: 'maintenance', route: 'accountOverview' }],
    },
    { name: '429', faults: [{ fault: 'throttled', route: 'transactions', times: 1 }] },
    {
      name: 'turned away by the delivery network',
      told: {
        code: 'RATE_LIMITED',
        message: 'DEGIRO turned the request away: too many requests, or it does not take this client.',
        remedy: 'Wait a while and try again. If it stays so, log in once in a browser.',
      },
      faults: [{ fault: 'blocked', route: 'transactions' }],
    },
    {
      name: '5xx that stays',
      told: {
        code: 'UNAVAILABLE',
        message: 'DEGIRO did not answer (status 502).',
        remedy: 'Try again later.',
      },
      faults: [{ fault: { kind: 'serverError', status: 502 }, route: 'transactions' }],
    },
    {
      name: 'truncated body',
      told: {
        code: 'MALFORMED_RESPONSE',
        message: 'The answer is no JSON text.',
        remedy: 'DEGIRO may have changed its site. Look for an update of this plugin.',
      },
      faults: [{ fault: { kind: 'truncate', afterBytes: 100 }, route: 'transactions' }],
    },
  ],
};
