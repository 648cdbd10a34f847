import { expect, test } from '@jest/globals';
import { logIn, type OnceGiven } from './log-in.js';

const once = (name: string, isOptional = false): OnceGiven => ({ name, label: `The ${name}`, isOptional });

/** Logs in where a code is wanted, and tells what was asked and given, in this order. */
async function logInWith(declared: readonly OnceGiven[], typed: Readonly<Record<string, string>>) {
  const log: string[] = [];
  await logIn(
    {
      once: declared,
      call: async (method) => {
        log.push(method);
        if (method === 'continueLogIn') return { outcome: 'LOGGED_IN' };
        return { outcome: 'SECOND_FACTOR_REQUIRED', method: 'CODE' };
      },
      give: (name, code) => log.push(`${name}=${Buffer.from(code).toString()}`),
      now: () => 0,
    },
    { askCode: async ({ label }) => (log.push(`${label}?`), typed[label]) },
  );
  return log;
}

test('codes are asked for one by one, each by its own name', async () => {
  const typed = { 'The card code': ' 1234 ', 'The message code': '5678' };
  expect(await logInWith([once('card code'), once('message code')], typed)).toEqual([
    'logIn',
    'The card code?',
    'card code=1234',
    'The message code?',
    'message code=5678',
    'continueLogIn',
  ]);
});

test('a code that is optional may be left out, but not all of them', async () => {
  const declared = [once('card code', true), once('message code', true)];
  expect(await logInWith(declared, { 'The message code': '5678' })).toContain('message code=5678');
  await expect(logInWith(declared, {})).rejects.toMatchObject({
    code: 'AUTH_SECOND_FACTOR_REQUIRED',
    message: 'The institution asks for "The card code" or "The message code", and none was given.',
  });
});

test('a code that is needed is not left out', async () => {
  const declared = [once('card code'), once('message code')];
  await expect(logInWith(declared, { 'The message code': '5678' })).rejects.toMatchObject({
    code: 'AUTH_SECOND_FACTOR_REQUIRED',
    message: expect.stringContaining('"The card code"'),
  });
});
