import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { emulator } from '../index.js';
import { TestClient, type RunningDegiro } from '../test-client.js';
import { totpOf } from './totp.js';

let running: RunningDegiro;
let client: TestClient;
let now = Date.parse('2026-11-22T10:15:00Z');

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:15:00Z');
  running = await emulator.start({ clock: () => now });
  client = new TestClient(running);
});

afterEach(() => running.close());

const codeOf = (answer: Response, body: unknown) => ({ http: answer.status, ...(body as object) });
const outcome = async (answer: Response) => codeOf(answer, await answer.json());

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('RFC 6238: at %i seconds the code is %s', (seconds, code) => {
  expect(totpOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', Math.floor(seconds / 30))).toBe(code);
});

test('1: without a second factor the plain login opens a session', async () => {
  running.scenario.login.secondFactor = 'NONE';
  const answer = await client.login();
  const body = await outcome(answer);
  expect(body).toMatchObject({ http: 200, status: 0, statusText: 'success', isPassCodeEnabled: false });
  const [issued] = running.issued;
  expect(body).toHaveProperty('sessionId', issued?.value);
  expect(answer.headers.getSetCookie()[0]).toContain(`JSESSIONID=${issued?.value}`);
  expect(body).toHaveProperty('redirectUrl');
  expect(body).toHaveProperty('locale');
});

test('2: an account with the app answers 202, and status 3 until the user has tapped', async () => {
  running.scenario.login.secondFactor = 'IN_APP';
  const first = await outcome(await client.login());
  expect(first).toMatchObject({ http: 202, status: 12, statusText: 'inAppTOTPNeeded' });
  const { inAppToken } = first as unknown as { inAppToken: string };
  for (let polls = 0; polls < 2; polls += 1) {
    expect(await outcome(await client.login('/in-app', { inAppToken }))).toMatchObject({
      http: 400,
      status: 3,
    });
  }
  expect(await outcome(await client.login('/in-app', { inAppToken }))).toMatchObject({
    http: 200,
    status: 0,
  });
  expect(await outcome(await client.login('/in-app', { inAppToken }))).toMatchObject({ loginFailures: 1 });
});

test('2: an approval that is never given stays pending', async () => {
  running.scenario.login.secondFactor = 'IN_APP';
  delete running.scenario.login.approveAfterPolls;
  const { inAppToken } = (await outcome(await client.login())) as unknown as { inAppToken: string };
  for (let polls = 0; polls < 20; polls += 1) {
    expect(await outcome(await client.login('/in-app', { inAppToken }))).toMatchObject({ status: 3 });
  }
  expect(running.scenario.login.failures).toBe(0);
});

test('3: an account with codes asks for one, and takes it', async () => {
  expect(await outcome(await client.login())).toMatchObject({ status: 6, statusText: 'totpNeeded' });
  expect(await outcome(await client.login('/totp', { oneTimePassword: client.code() }))).toMatchObject({
    status: 0,
  });
});

test('3: the path of codes works as the first call, too', async () => {
  expect(await outcome(await client.login('/totp', { oneTimePassword: client.code() }))).toMatchObject({
    http: 200,
  });
});

test('4: a code is taken once; one that is wrong, old or a number is refused', async () => {
  const oneTimePassword = client.code();
  await client.login('/totp', { oneTimePassword });
  const refused = { http: 400, status: 3, statusText: 'badCredentials' };
  expect(await outcome(await client.login('/totp', { oneTimePassword }))).toEqual({
    ...refused,
    loginFailures: 1,
  });
  const number = Number(client.code(30));
  expect(await outcome(await client.login('/totp', { oneTimePassword: number }))).toMatchObject({
    loginFailures: 2,
  });
  expect(await outcome(await client.login('/totp', { oneTimePassword: client.code(-90) }))).toMatchObject(
    refused,
  );
  expect(await outcome(await client.login('/totp', { oneTimePassword: client.code(30) }))).toMatchObject({
    status: 0,
  });
});

test('4 and 5: wrong passwords are counted and lock the account in the end', async () => {
  running.scenario.login.lockAfter = 3;
  const answers = [];
  for (let tries = 0; tries < 4; tries += 1) {
    answers.push(await outcome(await client.login('', { password: 'wrong' })));
  }
  expect(answers).toMatchObject([{ loginFailures: 1 }, { loginFailures: 2 }, { status: 4 }, { status: 4 }]);
  expect(await outcome(await client.login())).toMatchObject({ http: 403, status: 4 });
});

test('6: a captcha is known by its field alone', async () => {
  running.scenario.login.captchaRequired = true;
  expect(await outcome(await client.login())).toEqual({ http: 403, captchaRequired: true });
});

test('7: maintenance is a page with status 405, for GET /login as well', async () => {
  running.scenario.maintenance = true;
  for (const answer of [
    await client.login(),
    await fetch(`${running.baseUrl}/login`, { headers: { 'user-agent': 'Mozilla/5.0 (X11)' } }),
  ]) {
    expect(answer.status).toBe(405);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toMatch(/<div id="under-const-content">.*maintenance/);
  }
});

test('8: the delivery network throttles, and blocks agents of libraries', async () => {
  expect((await client.login('', {}, { 'user-agent': 'python-requests/2.32' })).status).toBe(403);
  running.scenario.throttled = true;
  const answer = await client.login();
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('Blocked');
});

test('user names are trimmed and in any case; keys that nobody knows are ignored', async () => {
  running.scenario.login.secondFactor = 'NONE';
  const answer = await client.login('', { username: ' WIRE.Tester ', somethingElse: [1] });
  expect(await outcome(answer)).toMatchObject({ status: 0 });
  running.journal.expectClean();
});
