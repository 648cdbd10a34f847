import {
  ProblemError,
  SERVICE_METHODS,
  pageOf,
  type BrokerServices,
  type ListQuery,
  type Page,
} from '@bourse/core/interfaces';
import { z } from 'zod';
import { copyJson } from './copy-json.js';
import type { ListService } from './list-method.js';

const AnyPageSchema = pageOf(z.unknown());

/** More pages than any list of a test has. */
const MAX_PAGES = 10_000;

/** A method of a list service of some plugin. */
export interface ListCall {
  readonly service: ListService;
  readonly method: string;
}

/** Asks for one page and checks it against the contract. */
export async function callList(
  services: BrokerServices,
  call: ListCall,
  query: ListQuery,
): Promise<Page<unknown>> {
  const { service, method } = call;
  const offered: unknown = services[service];
  const found = typeof offered === 'object' && offered !== null ? Reflect.get(offered, method) : undefined;
  if (typeof found !== 'function') throw notOffered(`${service}.${method}`);
  const answer: unknown = copyJson(await Reflect.apply(found, offered, [Object.freeze({ ...query })]));
  const checked = SERVICE_METHODS[service][method]?.answer.safeParse(answer);
  if (checked?.success !== true) throw malformed(call, checked?.error);
  return AnyPageSchema.parse(checked.data);
}

/** Asks for the pages of a list until its end. */
export async function* listPages(
  services: BrokerServices,
  call: ListCall,
  query: ListQuery,
): AsyncGenerator<Page<unknown>> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await callList(services, call, cursor === undefined ? query : { ...query, cursor });
    yield page;
    cursor = page.cursor;
    if (cursor !== undefined && (seen.has(cursor) || seen.size >= MAX_PAGES)) throw endless(call);
    seen.add(cursor ?? '');
  } while (cursor !== undefined);
}

/** The refusal of a service that the plugin does not have. */
export function notOffered(what: string): ProblemError {
  return new ProblemError({ code: 'SERVICE_NOT_OFFERED', message: `The plugin does not offer ${what}.` });
}

function endless({ service, method }: ListCall): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `The pages of ${service}.${method} have no end.`,
  });
}

function malformed({ service, method }: ListCall, error: z.ZodError | undefined): ProblemError {
  const detail = error === undefined ? 'the contract knows no such method' : z.prettifyError(error);
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: `${service}.${method} breaks the contract: ${detail}`,
  });
}
