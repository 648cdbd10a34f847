import { json, UndocumentedRequest, type Call, type Route, type World } from '@bourse/sdk/emulator';
import { checkClaim } from './authentication.js';
import { BitvavoRefusal, unsupportedParameter } from './refusal.js';
import type { BitvavoScenario } from './scenario.js';
import { budgetOf, type BitvavoState } from './state.js';

export type BitvavoWorld = World<BitvavoScenario, BitvavoState>;
export type BitvavoRoute = Route<BitvavoScenario, BitvavoState>;

/** What an endpoint is asked, by REST or by an action of the WebSocket. */
export type Asked = Pick<Call, 'query' | 'params'>;

/** One documented GET request. */
export interface Endpoint {
  /** Below `/v2`. */
  readonly path: string;
  /** The same over the WebSocket. */
  readonly action?: string;
  readonly access: 'public' | 'private';
  /** Against the budget of 1000 a minute. */
  readonly weight: number | ((asked: Asked) => number);
  readonly parameters: readonly string[];
  /** @throws BitvavoRefusal for an error of the API */
  view(asked: Asked, world: BitvavoWorld): unknown;
}

/** Adds to an endpoint what all have in common: signature, budget with its headers, strictness, errors. */
export function toRoute(endpoint: Endpoint): BitvavoRoute {
  return {
    method: 'GET',
    path: `/v2${endpoint.path}`,
    answer: (call, world) => {
      const budget = budgetOf(world.state, call.header('bitvavo-access-key') ?? '');
      const weight = typeof endpoint.weight === 'number' ? endpoint.weight : endpoint.weight(call);
      try {
        budget.take(weight, world.now());
        authenticate(call, world, endpoint.access);
        refuseUnknownParameters(call, endpoint);
        return json(endpoint.view(call, world), { headers: budget.headers(world.now()) });
      } catch (error) {
        if (error instanceof BitvavoRefusal) return error.toAnswer(budget.headers(world.now()));
        throw error;
      }
    },
  };
}

function authenticate(call: Call, world: BitvavoWorld, access: Endpoint['access']): void {
  const key = call.header('bitvavo-access-key');
  if (key === undefined) {
    if (access === 'public') return;
    call.judge('missing');
    throw new BitvavoRefusal(403, 300, 'Authentication is required to call this endpoint.');
  }
  try {
    const claim = {
      key,
      signature: call.header('bitvavo-access-signature') ?? '',
      timestamp: call.header('bitvavo-access-timestamp') ?? '',
      window: call.header('bitvavo-access-window') ?? '',
      method: call.method,
      target: call.target,
      body: call.text(),
    };
    checkClaim(claim, world);
    call.judge('valid');
  } catch (error) {
    call.judge('invalid', String(error));
    throw error;
  }
}

function refuseUnknownParameters(call: Call, { parameters }: Endpoint): void {
  const names = [...call.query.keys()];
  const unknown = names.find((name, index) => !parameters.includes(name) || names.indexOf(name) !== index);
  if (unknown === undefined) return;
  throw new UndocumentedRequest(
    `the parameter "${unknown}" is not documented, or stands twice`,
    unsupportedParameter(unknown).toAnswer(),
  );
}
