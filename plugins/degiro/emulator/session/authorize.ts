import { empty, json, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import { stopAtGate } from '../login/gate.js';
import type { DegiroWorld, Route } from '../world.js';

/** Where a call has to name its session; the cookie always goes with it. */
export interface SessionRule {
  readonly matrix?: boolean;
  readonly query?: boolean;
  /** `query`: the account is named in the query; `path` in the path. */
  readonly account?: readonly ('query' | 'path')[];
}

/** A route that only a session opens. */
export function guarded(rule: SessionRule, answer: Route['answer']): Route['answer'] {
  return (call, world) => {
    const stopped =
      stopAtGate(call, world) ?? checkSession(call, world, rule) ?? checkAccount(call, world, rule);
    return stopped ?? answer(call, world);
  };
}

function checkSession(
  call: Call,
  { state, scenario, now }: DegiroWorld,
  rule: SessionRule,
): Answer | undefined {
  const named = {
    cookie: call.cookie('JSESSIONID'),
    matrix: call.matrix.jsessionid,
    query: call.query.get('sessionId') ?? undefined,
  };
  const missing = [
    ...(named.cookie === undefined ? ['cookie'] : []),
    ...(rule.matrix === true && named.matrix === undefined ? ['matrix parameter'] : []),
    ...(rule.query === true && named.query === undefined ? ['query'] : []),
  ];
  if (missing.length > 0) return unauthorized(call, 'missing', `no session in the ${missing.join(', ')}`);
  const ids = new Set(Object.values(named).filter((id) => id !== undefined));
  if (ids.size > 1) return unauthorized(call, 'invalid', 'two sessions in one call');
  const session = state.sessions.get(named.cookie ?? '');
  if (session === undefined) return unauthorized(call, 'invalid', 'no such session');
  if (now() - session.lastSeen > scenario.idleMilliseconds) {
    state.sessions.delete(session.id);
    return unauthorized(call, 'invalid', 'the session was idle for too long');
  }
  session.lastSeen = now();
  call.judge('valid');
  return undefined;
}

function checkAccount(
  call: Call,
  { scenario }: DegiroWorld,
  { account = [] }: SessionRule,
): Answer | undefined {
  const named = account.map((place) =>
    place === 'path' ? call.params.intAccount : call.query.get('intAccount'),
  );
  if (named.every((id) => id === String(scenario.intAccount))) return undefined;
  throw new UndocumentedRequest(
    'the account is not named, or is another one',
    json({ errors: [{ text: 'The account is not valid.' }] }, { status: 400 }),
  );
}

function unauthorized(call: Call, verdict: 'missing' | 'invalid', reason: string): Answer {
  call.judge(verdict, reason);
  return empty({ status: 401 });
}
