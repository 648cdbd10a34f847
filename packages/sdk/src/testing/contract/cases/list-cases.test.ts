import { expect, test } from '@jest/globals';
import { ProblemError } from '@bourse/core/interfaces';
import { fees } from '../fixtures/acme.js';
import { Subject } from '../subject.js';
import { listCases } from './list-cases.js';

/** What a case says of a plugin whose list throws. */
async function messageOf(number: number, error: Error): Promise<string> {
  const subject = new Subject(fees(() => Promise.reject(error)));
  const found = listCases.find((each) => each.number === number);
  return (await found?.run(subject).catch(String)) ?? 'nothing';
}

test.each([
  [
    406,
    new ProblemError({ code: 'MALFORMED_RESPONSE', message: 'No such page.' }),
    'fee.listFees({"cursor":"no-such-cursor"}): expected a problem such as INVALID_REQUEST, given MALFORMED_RESPONSE: No such page.',
  ],
  [
    406,
    new TypeError('no page'),
    'fee.listFees({"cursor":"no-such-cursor"}): expected a problem such as INVALID_REQUEST, given TypeError: no page',
  ],
  [
    401,
    new ProblemError({ code: 'UNAVAILABLE', message: 'Closed.' }),
    'fee.listFees(): expected items, given UNAVAILABLE: Closed.',
  ],
])(
  'case %i names what was sent, expected and given, and no frames of a stack: %s',
  async (number, error, message) => {
    expect(await messageOf(number, error)).toBe(`ContractViolation: ${message}`);
  },
);
