import { expect, test } from '@jest/globals';
import { CallRecord } from './call-record.js';

const asked = { service: 'a', method: 'b', input: {}, content: false, credit: 0, now: 0 } as const;

test.each([
  ['is long', { code: 'c'.repeat(1e6), message: 'm'.repeat(1e6) }, 'c'.repeat(4_001), 'm'.repeat(4_001)],
  ['is no text', { code: { toString: 1 }, message: [1] }, '(object)', '(object)'],
  ['is missing', {}, '(undefined)', '(undefined)'],
])('of what a guest says of a problem little is kept where it %s', (_title, problem, code, message) => {
  const record = new CallRecord({ type: 'call', id: 1, ...asked });
  record.addAnswer({ type: 'problem', id: 1, problem }, Buffer.alloc(0));
  expect(record.toEvent().outcome).toEqual({ kind: 'problem', code, message });
});
