import { HEALTH_METHOD, HEALTH_SERVICE } from '../channel/health-call.js';
import type { OfferedServices } from '../channel/messages.js';
import { isOfferedName, OFFERED_LIMIT } from '../channel/offered-names.js';
import { DefinitionInvalid } from './definition.js';
import { isRecord } from './is-record.js';

/** A method of a service with the object it belongs to. */
export interface BoundMethod {
  readonly owner: object;
  readonly method: (...values: unknown[]) => unknown;
}

/** What an active plugin answers to: methods by service and name. */
export type MethodTable = ReadonlyMap<string, ReadonlyMap<string, BoundMethod>>;

/** Reads what `activate` gave. */
export function readServices(services: unknown): MethodTable {
  if (!isRecord(services)) throw new DefinitionInvalid('"activate" gave no object of services');
  const offered = Object.entries(services).filter(([, service]) => service !== undefined);
  if (offered.length > OFFERED_LIMIT)
    throw new DefinitionInvalid(`there are more than ${OFFERED_LIMIT} services`);
  return new Map(offered.map(([name, service]) => [name, readService(name, services, service)]));
}

export function namesOf(table: MethodTable): OfferedServices {
  return Object.fromEntries([...table].map(([name, methods]) => [name, [...methods.keys()]]));
}

function readService(name: string, services: object, service: unknown): ReadonlyMap<string, BoundMethod> {
  if (!isOfferedName(name))
    throw new DefinitionInvalid('the name of a service has other characters than letters and digits');
  if (name === HEALTH_SERVICE && typeof service === 'function') {
    return new Map([[HEALTH_METHOD, { owner: services, method: service as BoundMethod['method'] }]]);
  }
  if (!isRecord(service)) throw new DefinitionInvalid(`the service "${name}" is no object`);
  const methods = new Map<string, BoundMethod>();
  for (const key of propertyNames(service)) {
    const method = isOfferedName(key) ? service[key] : undefined;
    if (typeof method === 'function')
      methods.set(key, { owner: service, method: method as BoundMethod['method'] });
  }
  if (methods.size > OFFERED_LIMIT)
    throw new DefinitionInvalid(`"${name}" has more than ${OFFERED_LIMIT} methods`);
  return methods;
}

/** Its own, and those of the classes that it is an instance of. */
function propertyNames(service: object): ReadonlySet<string> {
  const names = new Set<string>();
  let holder: object | null = service;
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder)) names.add(name);
    holder = Object.getPrototypeOf(holder) as object | null;
  }
  names.delete('constructor');
  return names;
}
