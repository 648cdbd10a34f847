import { OWN_METHODS, pagedMethod } from './methods.ts';
import type { Contract, Translation } from '@bourse/core';
import { PAGES } from './pages.ts';
import { POSITIONS } from './positions.ts';

/** Both changes of 2.0, one after the other; they touch different members. */
export const TRANSLATION: Translation = {
  request: PAGES.request,
  answer: {
    toOwn: (call, value) => POSITIONS.toOwn(call, PAGES.answer.toOwn(call, value)),
    fromOwn: (call, value) => PAGES.answer.fromOwn(call, POSITIONS.fromOwn(call, value)),
  },
};

/**
 * A contract 2.0 that no host serves: it cures two defects of 1.x, so that adapter and refusal are proved before a real
 * major needs them (docs/adr/0018-contracts.md). Lists are asked for with a period and answered with `records` and
 * `next`; a position says whether it is of a day or of an instant.
 */
export const NEXT_CONTRACT: Contract = {
  version: '2.0.0',
  methods: Object.fromEntries(
    Object.entries(OWN_METHODS).map(([service, methods]) => [
      service,
      Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, pagedMethod(method)])),
    ]),
  ),
  translation: TRANSLATION,
};
