import { xml, type Answer, type Call } from '@bourse/sdk/emulator';
import type { IbkrRoute, IbkrWorld } from '../world.js';
import { checkRequest, overridesPeriod } from './check-request.js';
import { acceptQuery, refuse } from './envelope.js';
import type { FlexErrorCode } from './error-codes.js';
import { FORMER_SERVICE, SERVICE } from './flex-settings.js';
import { renderStatement } from './render-statement.js';

export const OLD_HOST = 'https://gdcdyn.interactivebrokers.com';

/** The two steps of the Flex web service, version 3; the second one on its old host as well. */
export const flexRoutes: readonly IbkrRoute[] = [
  { name: 'SendRequest', method: 'GET', path: `${SERVICE}/SendRequest`, answer: sendRequest },
  { name: 'GetStatement', method: 'GET', path: `${SERVICE}/GetStatement`, answer: getStatement },
  {
    name: 'GetStatement (old host)',
    origin: OLD_HOST,
    method: 'GET',
    path: `${SERVICE}/GetStatement`,
    answer: getStatement,
  },
  // Where clients are known to ask that are older than version 3's own address.
  ...[undefined, OLD_HOST].flatMap((origin): IbkrRoute[] => [
    formerRoute('SendRequest', origin, sendRequest),
    formerRoute('GetStatement', origin, getStatement),
  ]),
];

function formerRoute(step: string, origin: string | undefined, answer: IbkrRoute['answer']): IbkrRoute {
  return {
    name: `${step} (former path${origin === undefined ? '' : ', old host'})`,
    ...(origin === undefined ? {} : { origin }),
    method: 'GET',
    path: `${FORMER_SERVICE}.${step}`,
    answer,
  };
}

function sendRequest(call: Call, world: IbkrWorld): Answer {
  const { scenario, state, random, now } = world;
  const queryId = call.query.get('q') ?? '';
  const code = checkRequest(call, world) ?? checkQuery(queryId, world) ?? checkPeriod(call);
  if (code !== undefined) return refuse(code, now());
  const reference = String(1_000_000_000 + random.below(9_000_000_000));
  state.flex.generations.set(reference, { queryId, polls: 0 });
  return acceptQuery(reference, scenario.flex.statementUrl, now());
}

function getStatement(call: Call, world: IbkrWorld): Answer {
  const { scenario, state, now } = world;
  const code = checkRequest(call, world);
  if (code !== undefined) return refuse(code, now());
  const generation = state.flex.generations.get(call.query.get('q') ?? '');
  const query = scenario.flex.queries[generation?.queryId ?? ''];
  if (generation === undefined || query === undefined) return refuse(1017, now());
  generation.polls += 1;
  if (generation.polls <= scenario.flex.pollsUntilReady) return refuse(1019, now());
  return xml(renderStatement(scenario.life, query));
}

function checkQuery(queryId: string, { scenario }: IbkrWorld): FlexErrorCode | undefined {
  const query = scenario.flex.queries[queryId];
  if (query === undefined) return 1014;
  if (query.state === undefined) return undefined;
  return query.state === 'legacy' ? 1010 : 1016;
}

function checkPeriod(call: Call): FlexErrorCode | undefined {
  return overridesPeriod(call) ? 1003 : undefined;
}
