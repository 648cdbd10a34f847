import { text, UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import type { IbkrWorld } from '../world.js';
import type { FlexErrorCode } from './error-codes.js';

const KNOWN = new Set(['t', 'q', 'v']);

/** Overrides of the period; a query that was made for another one has no statement for them. */
const OVERRIDES = new Set(['fd', 'td', 'p']);

/** What is wrong with a request, whichever of the two it is; undefined where nothing is. */
export function checkRequest(call: Call, world: IbkrWorld): FlexErrorCode | undefined {
  expectUserAgent(call);
  const { query } = call;
  for (const name of query.keys())
    if (!KNOWN.has(name) && !OVERRIDES.has(name)) throw new UndocumentedRequest(`no parameter "${name}"`);
  const [token, ...others] = query.getAll('t');
  const isRight = token === world.credentials.flexToken && others.length === 0;
  call.judge(isRight ? 'valid' : 'invalid');
  if (token === undefined || query.getAll('q').length !== 1 || query.get('v') !== '3') return 1020;
  return isRight ? checkToken(world) : 1015;
}

/** Whether the request names another period than that of its query. */
export function overridesPeriod({ query }: Call): boolean {
  return [...OVERRIDES].some((name) => query.has(name));
}

function checkToken({ scenario: { flex }, state, now }: IbkrWorld): FlexErrorCode | undefined {
  if (now() >= flex.tokenExpiresAt) return 1012;
  if (!flex.isRightAddress) return 1013;
  if (!flex.isServiceActive) return 1011;
  return state.flex.isTooMany(now(), flex.limits) ? 1018 : undefined;
}

/** What the service answers without it is not known. */
function expectUserAgent(call: Call): void {
  if ((call.header('user-agent') ?? '') === '')
    throw new UndocumentedRequest('no User-Agent', text('Forbidden\n', { status: 403 }));
}
