import { expect, test } from '@jest/globals';
import { readPackageJson } from './package-facts.js';

const read = (text: string) => readPackageJson(new TextEncoder().encode(text), 'package.json');

test('package.json tells name, version, manifest and range of Node', () => {
  const fields = {
    name: '@acme/plugin-acme',
    version: '1.2.3',
    bourse: './dist/manifest.json',
    engines: { node: '>=26' },
    private: true,
  };
  expect(read(JSON.stringify(fields))).toEqual({
    fields,
    facts: {
      file: 'package.json',
      name: '@acme/plugin-acme',
      version: '1.2.3',
      manifestPath: './dist/manifest.json',
      node: '>=26',
    },
    findings: [],
  });
});

test('fields of another type count as absent', () => {
  expect(read('{"name":7,"version":"","bourse":{},"engines":null}').facts).toEqual({ file: 'package.json' });
  expect(read('{"__proto__":{"name":"acme"}}').facts).toEqual({ file: 'package.json' });
});

test('a package.json that is no JSON object tells nothing', () => {
  expect(read('{')).toEqual({
    findings: [
      expect.objectContaining({
        code: 'MANIFEST_UNREADABLE',
        place: { file: 'package.json', line: 1, column: 2 },
      }),
    ],
  });
});
