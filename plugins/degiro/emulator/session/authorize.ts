import { empty, json, UndocumentedRequest, type Answer, type Call } from '@bourse/sdk/emulator';
import { stopAtGate } from '../login/gate.js';
import type { DegiroWorld, Route } from '../world.js';

type Place = 'cookie' | 'matrix' | 'query';

export interface SessionRule {
  /** Where a call has to name its session. Clients are known that name it nowhere else, and others that name it everywhere. */
  readonly session: Place;
  /** `path`: the account is named in the path; `query` in the query, where a client is known that leaves it out. */
  readonly account?: 'query' | 'path';
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
  const named: Readonly<Record<Place, string | undefined>> = {
    cookie: call.cookie('JSESSIONID'),
    matrix: call.matrix.jsessionid,
    query: call.query.get('sessionId') ?? undefined,
  };
  const id = named[rule.session];
  if (id === undefined) return unauthorized(call, 'missing', `no session in the ${rule.session}`);
  const isOther = Object.values(named).some((other) => other !== undefined && other !== id);
  if (isOther) return unauthorized(call, 'invalid', 'two sessions in one call');
  const session = state.sessions.get(id);
  if (session === undefined) return unauthorized(call, 'invalid', 'no such session');
  if (now() - session.lastSeen > scenario.idleMilliseconds) {
    state.sessions.delete(session.id);
    return unauthorized(call, 'invalid', 'the session was idle for too long');
  }
  session.lastSeen = now();
  call.judge('valid');
  return undefined;
}

function checkAccount(call: Call, { scenario }: DegiroWorld, { account }: SessionRule): Answer | undefined {
  const own = String(scenario.intAccount);
  const named = account === 'path' ? call.params.intAccount : call.query.get('intAccount');
  if (account === undefined || (named ?? own) === own) return undefined;
  throw new UndocumentedRequest(
    'the account is another one',
    json({ errors: [{ text: 'The account is not valid.' }] }, { status: 400 }),
  );
}

function unauthorized(call: Call, verdict: 'missing' | 'invalid', reason: string): Answer {
  call.judge(verdict, reason);
  return empty({ status: 401 });
}
