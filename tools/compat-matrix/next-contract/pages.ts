import type { Call, Translation } from '@bourse/core';
import { OWN_METHODS, pagedMethod } from './methods.ts';
import { defined, isPlainObject, type PlainObject } from './plain-object.ts';

/** How 2.0 asks for lists and answers them. A member that has the name of the other side is lost, and so refused. */
export const PAGES: Translation = {
  request: {
    toOwn: inLists(({ after, period, ...rest }) => {
      const { since, until } = isPlainObject(period) ? period : {};
      return defined({ ...rest, since, until, cursor: after });
    }),
    fromOwn: inLists(({ cursor, since, until, ...rest }) => {
      const period = since === undefined && until === undefined ? undefined : defined({ since, until });
      return defined({ ...rest, period, after: cursor });
    }),
  },
  answer: {
    toOwn: inLists(({ records, next, ...rest }) => defined({ ...rest, items: records, cursor: next })),
    fromOwn: inLists(({ items, cursor, ...rest }) => defined({ ...rest, records: items, next: cursor })),
  },
};

function inLists(change: (value: PlainObject) => PlainObject): (call: Call, value: unknown) => unknown {
  return (call, value) => (isList(call) && isPlainObject(value) ? change(value) : value);
}

const LISTS: ReadonlySet<string> = new Set(
  Object.entries(OWN_METHODS).flatMap(([service, methods]) =>
    Object.entries(methods).flatMap(([name, method]) =>
      pagedMethod(method) === method ? [] : [`${service}.${name}`],
    ),
  ),
);

function isList({ service, method }: Call): boolean {
  return LISTS.has(`${service}.${method}`);
}
