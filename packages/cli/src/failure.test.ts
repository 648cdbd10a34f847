import { expect, test } from '@jest/globals';
import { ProblemError } from '@bourse/core/interfaces';
import { toFailure } from './failure.js';

test('a problem stays what it is, also one from another copy of the package', () => {
  const problem = {
    code: 'UNSUPPORTED_FORMAT',
    message: 'No.',
    remedy: 'See "bourse plugins" for the formats that can be read.',
    retry: 'never',
  };
  expect(toFailure(new ProblemError({ code: 'UNSUPPORTED_FORMAT', message: 'No.' }))).toEqual(problem);
  expect(toFailure({ name: 'ProblemError', code: 'UNSUPPORTED_FORMAT', message: 'No.' })).toEqual(problem);
});

test('an error of the system names the path that it is about', () => {
  const error = Object.assign(new Error('ENOSPC: no space left'), {
    syscall: 'write',
    code: 'ENOSPC',
    path: '/data',
  });
  expect(toFailure(error)).toMatchObject({ code: 'HOST_DATABASE_UNAVAILABLE', place: { file: '/data' } });
});

test('anything else is a defect of ours', () => {
  expect(toFailure(new TypeError('x is undefined'))).toMatchObject({
    code: 'INTERNAL_ERROR',
    message: 'x is undefined',
  });
  expect(toFailure('thrown')).toMatchObject({ code: 'INTERNAL_ERROR', message: 'thrown' });
});
