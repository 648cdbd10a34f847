import { UndocumentedRequest, type Answer, type Call, type Route, type World } from '@bourse/sdk/emulator';
import { dataError, invalid, tradingError, unauthorized } from './errors.js';
import { Refusal } from './refusal.js';
import type { AlpacaScenario } from './scenario/index.js';
import type { AlpacaState } from './state.js';

export type AlpacaWorld = World<AlpacaScenario, AlpacaState>;
export type AlpacaRoute = Route<AlpacaScenario, AlpacaState>;

interface Endpoint {
  readonly path: string;
  /** The parameters of the query that are documented. */
  readonly query?: readonly string[];
  view(call: Call, world: AlpacaWorld): Answer;
}

const PAPER = 'https://paper-api.alpaca.markets';
const LIVE = 'https://api.alpaca.markets';
const DATA = 'https://data.alpaca.markets';

/** An endpoint of the trading API, in both environments. */
export function tradingRoutes(endpoint: Endpoint): AlpacaRoute[] {
  return [PAPER, LIVE].map((origin) => ({
    name: `${origin === PAPER ? 'paper' : 'live'} ${endpoint.path}`,
    origin,
    method: 'GET',
    path: endpoint.path,
    answer: (call, world) => answerLimited(call, world, endpoint, origin),
  }));
}

/** An endpoint of the market data API. */
export function dataRoute(endpoint: Endpoint): AlpacaRoute {
  return {
    name: `data ${endpoint.path}`,
    origin: DATA,
    method: 'GET',
    path: endpoint.path,
    answer: (call, world) => {
      if (!isAuthorized(call, world)) return dataError(403, 'forbidden.');
      return answerView(call, world, endpoint, dataError(400, 'unexpected parameter'));
    },
  };
}

function answerLimited(call: Call, world: AlpacaWorld, endpoint: Endpoint, origin: string): Answer {
  const { state, scenario, now } = world;
  const { isExceeded, headers } = state.rateLimit.take(scenario.requestsPerMinute, now());
  const answer = isExceeded
    ? tradingError(42_910_000, 'rate limit exceeded')
    : answerTrading(call, world, endpoint, origin);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function answerTrading(call: Call, world: AlpacaWorld, endpoint: Endpoint, origin: string): Answer {
  const isHome = (origin === PAPER) === (world.scenario.environment === 'paper');
  if (!isAuthorized(call, world) || !isHome) {
    if (!isHome) call.judge('invalid', 'The keys are those of the other environment.');
    return unauthorized();
  }
  return answerView(call, world, endpoint, invalid('unexpected parameter'));
}

function answerView(call: Call, world: AlpacaWorld, endpoint: Endpoint, odd: Answer): Answer {
  for (const name of call.query.keys()) {
    if (endpoint.query?.includes(name) !== true) throw new UndocumentedRequest(`no parameter "${name}"`, odd);
  }
  try {
    return endpoint.view(call, world);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** Whether the request carries the two key headers with the right values; the journal learns it too. */
function isAuthorized(call: Call, { credentials }: Pick<AlpacaWorld, 'credentials'>): boolean {
  const id = call.header('apca-api-key-id');
  const secret = call.header('apca-api-secret-key');
  if (id === undefined || secret === undefined) {
    call.judge('missing');
    return false;
  }
  const isRight = id === credentials.keyId && secret === credentials.secretKey;
  call.judge(isRight ? 'valid' : 'invalid');
  return isRight;
}
