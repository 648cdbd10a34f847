import { html, json, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import type { DegiroWorld, Route } from '../world.js';
import { stopAtGate } from './gate.js';
import { stepOf, totpOf } from './totp.js';

/** Steps before and behind the current one whose codes are taken. */
const WINDOW = 1;

/** What clients send; keys that are not known are ignored. */
type LoginBody = Readonly<Record<string, unknown>>;

export const loginRoutes: readonly Route[] = [
  {
    name: 'loginPage',
    method: 'GET',
    path: '/login',
    answer: (call, world) => stopAtGate(call, world) ?? html('<!doctype html><title>Login | DEGIRO</title>'),
  },
  { name: 'login', method: 'POST', path: '/login/secure/login', answer: attempt(answerPlain) },
  { name: 'totp', method: 'POST', path: '/login/secure/login/totp', answer: attempt(answerTotp) },
  { name: 'inApp', method: 'POST', path: '/login/secure/login/in-app', answer: attempt(answerInApp) },
];

type Attempt = (body: LoginBody, call: Call, world: DegiroWorld) => Answer;

/** The checks that every way of logging in begins with: door, captcha, lock, user and password. */
function attempt(proceed: Attempt): Route['answer'] {
  return (call, world) => {
    const stopped = stopAtGate(call, world);
    if (stopped !== undefined) return stopped;
    const body = bodyOf(call);
    const { login } = world.scenario;
    if (login.captchaRequired) return refuse(call, login.captchaStatus, { captchaRequired: true });
    if (login.locked) return answerLocked(call, world);
    return isRightUser(body, world) ? proceed(body, call, world) : refuseCredentials(call, world);
  };
}

function answerPlain(_: LoginBody, call: Call, world: DegiroWorld): Answer {
  const { login } = world.scenario;
  call.judge('valid', 'user and password');
  if (login.secondFactor === 'TOTP') {
    return json({ status: 6, statusText: 'totpNeeded' }, { status: login.totpStatus });
  }
  if (login.secondFactor === 'IN_APP') return askInApp(world);
  return open(call, world);
}

function answerTotp(body: LoginBody, call: Call, world: DegiroWorld): Answer {
  const { scenario } = world;
  if (scenario.login.secondFactor !== 'TOTP') {
    throw new UndocumentedRequest('a code for an account without one', json({ status: 3 }, { status: 400 }));
  }
  const step = findStep(body.oneTimePassword, world);
  if (step === undefined) return refuseCredentials(call, world);
  world.state.usedSteps.add(step);
  return open(call, world);
}

/** The step of a code that is right and was not used before. A code that is a number has lost its leading zeros. */
function findStep(code: unknown, { credentials, state, now }: DegiroWorld): number | undefined {
  const current = stepOf(now());
  for (let step = current - WINDOW; step <= current + WINDOW; step += 1) {
    if (state.usedSteps.has(step)) continue;
    if (typeof code === 'string' && code === totpOf(credentials.totpSecret ?? '', step)) return step;
  }
  return undefined;
}

function askInApp({ random, issue, state, scenario }: DegiroWorld): Answer {
  const token = issue('inAppToken', random.uuid());
  scenario.login.approval = 'PENDING';
  state.waitingLogins.set(token, { token, polls: 0 });
  return json({ status: 12, statusText: 'inAppTOTPNeeded', inAppToken: token }, { status: 202 });
}

/** While the user has not tapped, the answer has the status of bad credentials. */
function answerInApp(body: LoginBody, call: Call, world: DegiroWorld): Answer {
  const { login } = world.scenario;
  const waiting = world.state.waitingLogins.get(String(body.inAppToken));
  if (waiting === undefined) return refuseCredentials(call, world);
  waiting.polls += 1;
  if (login.approveAfterPolls !== undefined && waiting.polls > login.approveAfterPolls)
    login.approval = 'APPROVED';
  if (login.approval === 'PENDING') {
    call.judge('valid', 'waits for the app');
    return json({ status: 3, statusText: 'badCredentials' }, { status: 400 });
  }
  world.state.waitingLogins.delete(waiting.token);
  return open(call, world);
}

function open(call: Call, { random, issue, state, scenario, now }: DegiroWorld): Answer {
  const id = issue('sessionId', `${random.hex(32).toUpperCase()}.prod_b_125_1`);
  state.sessions.set(id, { id, lastSeen: now() });
  scenario.login.failures = 0;
  call.judge('valid');
  const body = {
    isPassCodeEnabled: false,
    locale: `${scenario.language}_NL`,
    redirectUrl: 'https://trader.degiro.nl/trader/',
    sessionId: id,
    status: 0,
    statusText: 'success',
  };
  return json(body, { headers: { 'set-cookie': `JSESSIONID=${id}; Path=/; Secure; HttpOnly` } });
}

function refuseCredentials(call: Call, world: DegiroWorld): Answer {
  const { login } = world.scenario;
  login.failures += 1;
  login.locked = login.failures >= login.lockAfter;
  if (login.locked) return answerLocked(call, world);
  const body = { status: 3, statusText: 'badCredentials', loginFailures: login.failures };
  return refuse(call, 400, body);
}

function answerLocked(call: Call, { scenario }: DegiroWorld): Answer {
  return refuse(call, scenario.login.lockedStatus, { status: 4, statusText: 'accountBlocked' });
}

function refuse(call: Call, status: number, body: object): Answer {
  call.judge('invalid');
  return json(body, { status });
}

function isRightUser({ username, password }: LoginBody, { credentials }: DegiroWorld): boolean {
  const user = typeof username === 'string' ? username.trim().toLowerCase() : '';
  return user === credentials.username?.toLowerCase() && password === credentials.password;
}

function bodyOf(call: Call): LoginBody {
  const body = call.json();
  const type = call.header('content-type') ?? '';
  if (typeof body !== 'object' || body === null || !type.startsWith('application/json')) {
    throw new UndocumentedRequest('the body of a login is a JSON object', json({}, { status: 415 }));
  }
  return { ...body };
}
