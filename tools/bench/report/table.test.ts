import { expect, test } from '@jest/globals';
import { formatFigures } from './table.ts';

test('figures are aligned, and what breaks its limit is marked', () => {
  const text = formatFigures([
    { name: 'call', value: 1.234, unit: 'x', limit: 1.3, what: 'a call' },
    { name: 'call.manager', value: 123.4, unit: 'µs', what: 'through the manager' },
    { name: 'kill', value: 71.25, unit: 'ms', limit: 50, what: 'the end' },
  ]);
  expect(text.split('\n')).toEqual([
    '   name            value   limit  what',
    '✓  call           1.23 x  1.30 x  a call',
    '   call.manager   123 µs          through the manager',
    '✗  kill          71.3 ms   50 ms  the end',
  ]);
});
