import { describe, expect, test } from '@jest/globals';
import { acmeManifest, foreignManifest } from '../testing/acme-manifest.js';
import type { HostEnvironment } from './environment.js';
import { validatePackageFacts } from './validate-package-facts.js';

const HOST: HostEnvironment = {
  hostVersion: '1.0.0',
  apiVersions: ['1.0.0'],
  nodeVersion: '26.10.0',
  os: 'linux',
};
const FACTS = { file: '/plugins/acme/package.json', name: '@acme/plugin-acme', version: '1.2.3' };

const check = (facts: Partial<typeof FACTS> & { node?: string }) =>
  validatePackageFacts({ ...FACTS, ...facts }, acmeManifest(), HOST);

test('nothing is wrong with a package.json that says what the manifest says', () => {
  expect(check({})).toEqual([]);
});

test.each([
  [
    'name',
    '@other/plugin-acme',
    'package.json has the name "@other/plugin-acme", the manifest "@acme/plugin-acme".',
  ],
  ['version', '1.2.4', 'package.json has the version "1.2.4", the manifest "1.2.3".'],
])('another %s than the manifest has is refused', (field, value, message) => {
  expect(check({ [field]: value })).toMatchObject([
    { code: 'MANIFEST_INVALID', severity: 'error', message, place: { file: FACTS.file, path: field } },
  ]);
});

test('a package.json without name and version is refused', () => {
  const findings = validatePackageFacts({ file: FACTS.file }, acmeManifest(), HOST);
  expect(findings.map(({ message }) => message)).toEqual([
    'package.json has no name, the manifest "@acme/plugin-acme".',
    'package.json has no version, the manifest "1.2.3".',
  ]);
});

test('a foreign manifest needs no package.json, nor one that agrees', () => {
  expect(validatePackageFacts(undefined, foreignManifest(), HOST)).toEqual([]);
  expect(validatePackageFacts({ file: FACTS.file }, foreignManifest(), HOST)).toEqual([]);
});

describe('the range of Node', () => {
  test.each(['>=26', '^26.0.0', '*', '>=22 <30'])('%s takes this one', (node) => {
    expect(check({ node })).toEqual([]);
  });

  test.each([
    ['<26', 'NODE_UNSUPPORTED'],
    ['>=27', 'NODE_UNSUPPORTED'],
    ['current', 'VERSION_INVALID'],
  ])('%s is refused', (node, code) => {
    expect(check({ node })).toMatchObject([
      { code, severity: 'error', place: { file: FACTS.file, path: 'engines.node' } },
    ]);
  });
});
