import { expect, test } from '@jest/globals';
import { findSlowLimits } from './slow-limits.js';

const permission = (perMinute: number | undefined, origin = 'https://api.acme.example') => ({
  origin,
  methods: ['GET' as const],
  paths: ['/a'],
  access: 'read' as const,
  why: 'reads',
  ...(perMinute === undefined ? {} : { perMinute }),
});

test.each([
  ['one permission alone', [permission(1)]],
  ['no limit', [permission(undefined), permission(undefined)]],
  ['room for all', [permission(4), permission(60)]],
  ['other origins', [permission(1), permission(1, 'https://data.acme.example')]],
])('%s is not slow', (_, network) => {
  expect(findSlowLimits({ network })).toEqual([]);
});

test('the strictest permission of an origin makes the others wait', () => {
  const network = [permission(60), permission(undefined), permission(5)];
  expect(findSlowLimits({ network })).toEqual([
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringContaining('3 permissions for https://api.acme.example share one limit'),
      place: { file: 'plugin.json', path: 'network' },
    }),
  ]);
});
