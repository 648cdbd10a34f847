import type { Call } from '@bourse/core';
import type { Serving } from './cell-job.ts';

/** Says what a suite says, which is written in the words of contract 1.x, in those that the host speaks. */
export interface Speaker {
  ask(call: Call, request: unknown): unknown;
  understand(call: Call, answer: unknown): unknown;
}

export const PLAIN: Speaker = { ask: (_, request) => request, understand: (_, answer) => answer };

export async function speakerOf(serving: Serving): Promise<Speaker> {
  if (serving === 'served') return PLAIN;
  const { TRANSLATION } = await import('../next-contract/next-contract.ts');
  return {
    ask: (call, request) => TRANSLATION.request.fromOwn(call, request),
    understand: (call, answer) => TRANSLATION.answer.toOwn(call, answer),
  };
}
