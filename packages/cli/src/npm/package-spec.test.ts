import { expect, test } from '@jest/globals';
import { parsePackageSpec } from './package-spec.js';

test.each([
  ['bourse-plugin-acme', { name: 'bourse-plugin-acme', wanted: 'latest' }],
  ['@acme/plugin-acme', { name: '@acme/plugin-acme', wanted: 'latest' }],
  ['@acme/plugin-acme@1.2.3', { name: '@acme/plugin-acme', wanted: '1.2.3' }],
  ['@acme/plugin-acme@>=1.0.0 <2.0.0', { name: '@acme/plugin-acme', wanted: '>=1.0.0 <2.0.0' }],
  ['acme@next', { name: 'acme', wanted: 'next' }],
])('%s names a package', (word, spec) => {
  expect(parsePackageSpec(word)).toEqual(spec);
});

test.each([
  './acme',
  '../acme',
  '/tmp/acme',
  'acme.tgz',
  'folder/acme',
  '@acme',
  'C:\\acme',
  'Acme',
  'acme@',
  'acme@git+ssh://example.com/acme',
  'acme@file:../acme',
  'acme@npm:other@1.0.0',
  'https://example.com/acme.tgz',
  '',
])('%j names none', (word) => {
  expect(parsePackageSpec(word)).toBeUndefined();
});
