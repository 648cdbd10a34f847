import type { z } from 'zod';
import {
  ProblemError,
  SERVICE_METHODS,
  SERVICE_NAMES,
  SERVICES_SINCE,
  hasContract,
  type ServiceMethod,
  type ServiceName,
} from '../interfaces/index.js';
import type { Contract } from '../contracts/index.js';
import { checkForm } from '../statements/index.js';

/** Tells whether the contract knows a service of this name. */
function isServiceName(name: string): name is ServiceName {
  return (SERVICE_NAMES as readonly string[]).includes(name);
}

/**
 * The contract's word on a method.
 *
 * @param methods Of the contract. Default: the host's own.
 * @throws ProblemError INVALID_REQUEST where the contract has no such method.
 */
export function findMethod(
  service: string,
  method: string,
  methods: Contract['methods'] = SERVICE_METHODS,
): ServiceMethod {
  const ofService = Object.hasOwn(methods, service) ? (methods[service] ?? {}) : {};
  const found = Object.hasOwn(ofService, method) ? ofService[method] : undefined;
  if (found === undefined) {
    throw new ProblemError({
      code: 'INVALID_REQUEST',
      message: `The contract has no method ${service}.${method}.`,
    });
  }
  return found;
}

/** Tells whether the contract version that a plugin runs on has the method. */
export function isServed(service: string, { since }: ServiceMethod, apiVersion: string): boolean {
  const added = since ?? (isServiceName(service) ? SERVICES_SINCE[service] : undefined);
  return added === undefined || hasContract(apiVersion, added);
}

/**
 * Checks what is sent to a plugin.
 *
 * @throws ProblemError INVALID_REQUEST
 */
export function checkRequest<Request>(schema: z.ZodType<Request>, request: unknown): Request {
  return check(schema, request, 'INVALID_REQUEST', 'The request breaks the contract');
}

/**
 * Checks what a plugin answered, before anyone sees it.
 *
 * @throws ProblemError MALFORMED_RESPONSE
 */
export function checkAnswer<Answer>(schema: z.ZodType<Answer>, answer: unknown): Answer {
  return check(schema, answer, 'MALFORMED_RESPONSE', 'The answer of the plugin breaks the contract');
}

function check<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  code: 'INVALID_REQUEST' | 'MALFORMED_RESPONSE',
  what: string,
): Value {
  const form = checkForm(schema, value);
  if ('value' in form) return form.value;
  const { complaint, path } = form;
  throw new ProblemError({
    code,
    message: `${what}: ${path === '' ? '' : `${path}: `}${complaint}.`,
    place: { path },
  });
}
