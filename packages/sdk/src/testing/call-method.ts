import {
  ProblemError,
  SERVICE_METHODS,
  type BrokerServices,
  type DataProviderServices,
  type ServiceMethod,
  type ServiceName,
} from '@bourse/core/interfaces';
import { z } from 'zod';
import { notOffered } from './call-list.js';
import { copyJson } from './copy-json.js';

/** Everything that a plugin may offer, whatever its type. */
export type PluginServices = BrokerServices & DataProviderServices;

/** A method of a service of some plugin. */
export interface MethodCall {
  readonly service: ServiceName;
  readonly method: string;
  readonly request: unknown;
}

/** Calls a method that gives one answer, and checks request and answer against the contract. */
export async function callMethod(services: PluginServices, call: MethodCall): Promise<unknown> {
  const { answer } = contractOf(call);
  return checked(answer, copyJson(await invoke(services, call)), call);
}

/** Calls a method that answers with a stream, and checks each item. */
export async function* callStream(services: PluginServices, call: MethodCall): AsyncGenerator<unknown> {
  const { answer } = contractOf(call);
  const items = invoke(services, call) as AsyncIterable<unknown>;
  for await (const item of items) yield checked(answer, copyJson(item), call);
}

function invoke(services: PluginServices, call: MethodCall): unknown {
  const { service, method, request } = call;
  const offered: unknown = services[service];
  const found = typeof offered === 'object' && offered !== null ? Reflect.get(offered, method) : undefined;
  if (typeof found !== 'function') throw notOffered(`${service}.${method}`);
  return Reflect.apply(found, offered, [checked(contractOf(call).request, request, call)]);
}

function contractOf({ service, method }: MethodCall): ServiceMethod {
  const found = SERVICE_METHODS[service][method];
  if (found === undefined)
    throw new ProblemError({ code: 'INVALID_REQUEST', message: `There is no ${service}.${method}.` });
  return found;
}

function checked(schema: z.ZodType, value: unknown, { service, method }: MethodCall): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `${service}.${method} breaks the contract: ${z.prettifyError(result.error)}`,
  });
}
