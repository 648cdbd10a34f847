import { expect, test } from '@jest/globals';
import { PROBLEM_CODES } from './problem-code.js';

/** Who reports one of these says himself what to do, or there is nothing to do. */
const SAID_ELSEWHERE: readonly string[] = [
  'AMBIGUOUS_TIME',
  'CALL_CANCELED',
  'DEPENDENCY_CYCLE',
  'INSUFFICIENT_FUNDS',
  'INVALID_REQUEST',
  'NOT_FOUND',
  'PERMISSION_NOT_YET_SERVED',
  'PLUGIN_NOT_RUNNABLE',
  'SERVICE_UNKNOWN',
  'SETTINGS_SCHEMA_INVALID',
  'SYNTAX_SUSPICIOUS',
  'TRANSITION_REFUSED',
  'VAULT_LOCKED',
];

test('every code says what to do, where no problem can say it better', () => {
  const silent = Object.entries(PROBLEM_CODES).flatMap(([code, { remedy }]) =>
    remedy === undefined ? [code] : [],
  );
  expect(silent.sort()).toEqual(SAID_ELSEWHERE);
});
