import type { Fault } from '../fault.ts';
import { failInTurn, failsOnCall } from '../scene/failing-script.ts';
import { expectAnswer, expectCode } from '../victim.ts';

/** Source texts of answers that break the contract, each in its own way. */
const ANSWERS = [
  'undefined',
  'null',
  "'text'",
  '[]',
  '{}',
  '{ items: {} }',
  '{ items: [{}] }',
  '{ items: [{ id: 7 }] }',
  "{ items: [{ id: 'A1', unknown: true }] }",
  "{ items: [{ id: 'A1', cash: [{ amount: 12.5, currency: 'EUR' }] }] }",
  "{ items: [{ id: 'A1', cash: [{ amount: 'NaN', currency: 'EUR' }] }] }",
  '{ items: [], cursor: 1 }',
];

export const fault: Fault = {
  name: 'answers-malformed',
  weight: 8,
  script: failsOnCall(`return [${ANSWERS.join(', ')}][turn];`),
  inject: async (victim, turn) => {
    expectCode(await victim.call(failInTurn(turn % ANSWERS.length), 3_000), 'MALFORMED_RESPONSE');
    expectAnswer(await victim.call('any', 3_000));
  },
};
