import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stepOf, totpOf } from '../../../emulator/login/totp.js';
import { OnlineHost } from '../../../test/online-host.js';

let online: OnlineHost;

beforeEach(async () => {
  online = await OnlineHost.start();
});

afterEach(() => online[Symbol.asyncDispose]());

const LOGGED_IN = { outcome: 'LOGGED_IN' };
const IN_APP = { outcome: 'SECOND_FACTOR_REQUIRED', method: 'IN_APP', pollAfter: 5_000 };
const logins = () => online.emulator.journal.entries.filter(({ path }) => path.includes('/secure/login'));

describe('a login', () => {
  test('without a second factor', async () => {
    online.emulator.scenario.login.secondFactor = 'NONE';
    await expect(online.logIn()).resolves.toEqual(LOGGED_IN);
  });

  test('with a code that the host makes', async () => {
    await expect(online.logIn()).resolves.toEqual(LOGGED_IN);
    expect(logins().map(({ route }) => route)).toEqual(['login', 'totp']);
  });

  test('with a code that the user gives', async () => {
    const secret = online.wire.vault.get('totpSecret') ?? '';
    online.wire.vault.delete('totpSecret');
    await expect(online.logIn()).resolves.toMatchObject({
      outcome: 'SECOND_FACTOR_REQUIRED',
      method: 'TOTP',
    });
    expect(logins()).toHaveLength(1);
    online.wire.vault.set('oneTimeCode', totpOf(secret, stepOf(Date.now())));
    await expect(online.continueLogIn('TOTP')).resolves.toEqual(LOGGED_IN);
  });

  test('with a code waits for the next one where the last login took this one, in another cell too', async () => {
    await online.logIn();
    let isOver = false;
    const second = online.logIn().then((answer) => {
      isOver = true;
      return answer;
    });
    while (online.host.clock.pendingTimers === 0) await new Promise(setImmediate);
    expect(isOver).toBe(false);
    await online.host.clock.advance(30_000);
    await expect(second).resolves.toEqual(LOGGED_IN);
    expect(online.emulator.scenario.login.failures).toBe(0);
    expect(online.host.storage?.values).toEqual({ lastCodeStep: Math.floor(Date.now() / 30_000) });
  });

  test('that is confirmed in the app', async () => {
    online.emulator.scenario.login.secondFactor = 'IN_APP';
    await expect(online.logIn()).resolves.toMatchObject(IN_APP);
    await expect(online.continueLogIn('IN_APP')).resolves.toMatchObject(IN_APP);
    await expect(online.continueLogIn('IN_APP')).resolves.toMatchObject(IN_APP);
    await expect(online.continueLogIn('IN_APP')).resolves.toEqual(LOGGED_IN);
    await expect(online.continueLogIn('IN_APP')).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  test('that nobody confirms ends after five minutes', async () => {
    online.emulator.scenario.login.secondFactor = 'IN_APP';
    delete online.emulator.scenario.login.approveAfterPolls;
    await online.logIn();
    for (let polls = 0; polls < 60; polls += 1) {
      await expect(online.continueLogIn('IN_APP')).resolves.toMatchObject(IN_APP);
      await online.host.clock.advance(5_000);
    }
    await online.host.clock.advance(1);
    await expect(online.continueLogIn('IN_APP')).rejects.toMatchObject({
      code: 'AUTH_SECOND_FACTOR_REQUIRED',
    });
  });
});

describe('is refused', () => {
  test('for a wrong password, and not tried again', async () => {
    online.wire.vault.set('password', 'wrong');
    await expect(online.logIn()).rejects.toMatchObject({
      code: 'AUTH_INVALID',
      message: 'DEGIRO refused user name or password. It counts 1 wrong login by now.',
    });
    await expect(online.host.list('account', 'listAccounts')).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    expect(logins()).toHaveLength(1);
  });

  test('for a code that was used before', async () => {
    const secret = online.wire.vault.get('totpSecret') ?? '';
    online.wire.vault.delete('totpSecret');
    online.wire.vault.set('oneTimeCode', totpOf(secret, stepOf(Date.now())));
    await online.logIn();
    await expect(online.continueLogIn('TOTP')).resolves.toEqual(LOGGED_IN);
    await online.logIn();
    await expect(online.continueLogIn('TOTP')).rejects.toMatchObject({
      code: 'AUTH_INVALID',
      message: 'DEGIRO refused the code, or it was used before. It counts 1 wrong login by now.',
    });
  });

  test('for a poll that the site counts as a wrong login', async () => {
    online.emulator.scenario.login.secondFactor = 'IN_APP';
    await online.logIn();
    online.emulator.state.waitingLogins.clear();
    await online.continueLogIn('IN_APP');
    await expect(online.continueLogIn('IN_APP')).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(online.emulator.scenario.login.locked).toBe(false);
  });

  test.each([
    ['AUTH_LOCKED', { locked: true }],
    ['AUTH_CAPTCHA', { captchaRequired: true }],
  ])('with %s', async (code, change) => {
    Object.assign(online.emulator.scenario.login, change);
    await expect(online.logIn()).rejects.toMatchObject({ code });
  });

  test('while the site is closed, in its own words', async () => {
    online.emulator.scenario.maintenance = true;
    await expect(online.logIn()).rejects.toMatchObject({
      code: 'MAINTENANCE',
      message: 'DEGIRO is closed for maintenance: Scheduled maintenance We are back on Sunday at 18:00.',
    });
  });

  test.each(['throttled', 'blocked'])('when the client is %s', async (fault) => {
    online.emulator.faults.inject(fault, { route: 'login' });
    await expect(online.logIn()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  test('when nobody answers, or with what is no answer', async () => {
    online.emulator.faults.inject({ kind: 'serverError', status: 502 }, { route: 'login' });
    await expect(online.logIn()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    online.emulator.faults.inject({ kind: 'truncate', afterBytes: 10 }, { route: 'login' });
    await expect(online.logIn()).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });
});

describe('a session', () => {
  test('that has ended is AUTH_EXPIRED, and the next login opens another', async () => {
    await online.logIn();
    await online.host.list('account', 'listAccounts');
    await online.host.clock.advance(31 * 60_000);
    await expect(online.host.list('account', 'listAccounts')).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    await online.logIn();
    await expect(online.host.list('account', 'listAccounts')).resolves.toHaveLength(1);
  });

  test('ends with the logout, and there is none to end any more', async () => {
    await online.logIn();
    await online.host.call('authentication', 'logOut');
    expect(online.emulator.state.sessions.size).toBe(0);
    await expect(online.host.call('authentication', 'logOut')).rejects.toMatchObject({
      code: 'AUTH_EXPIRED',
    });
  });
});

test('nothing secret is seen by the plugin, and nothing undocumented asked', async () => {
  online.emulator.scenario.login.secondFactor = 'IN_APP';
  await online.logIn();
  for (let polls = 0; polls < 3; polls += 1) await online.continueLogIn('IN_APP');
  await online.host.list('account', 'listAccounts');
  const secrets = [
    ...online.emulator.issued.map(({ value }) => value),
    online.emulator.credentials.password ?? '',
  ];
  expect(secrets.filter((secret) => online.wire.seen.join().includes(secret))).toEqual([]);
  expect(online.wire.seen.join()).toContain('blank');
  online.emulator.journal.expectClean();
});
