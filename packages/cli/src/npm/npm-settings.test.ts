import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNpmSettings, toSettings } from './npm-settings.js';

test('a folder that somebody else has written chooses no registry and is told no variable', () => {
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'bourse-npmrc-'));
  const lines = ['@acme:registry=https://evil.example/', '//evil.example/:_authToken=${PATH}'];
  writeFileSync(join(folder, '.npmrc'), lines.join('\n'));
  writeFileSync(join(folder, 'package.json'), '{}');
  process.chdir(folder);
  try {
    const settings = readNpmSettings();
    expect(settings.registryOf('@acme/plugin-acme').hostname).not.toBe('evil.example');
    expect(settings.authorizationFor(new URL('https://evil.example/x'))).toBeUndefined();
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
});

test('packages of a scope with a registry of its own come from there', () => {
  const settings = toSettings({
    registry: 'https://one.example',
    '@acme:registry': 'https://two.example/npm/',
  });
  expect(settings.registryOf('@acme/plugin-acme').href).toBe('https://two.example/npm/');
  expect(settings.registryOf('@other/plugin-acme').href).toBe('https://one.example/');
  expect(toSettings({}).registryOf('acme').href).toBe('https://registry.npmjs.org/');
});

test('a token is for the address that it was given for', () => {
  const settings = toSettings({ '//two.example/npm/:_authToken': 'abc', _auth: 'for-anybody' });
  expect(settings.authorizationFor(new URL('https://two.example/npm/acme/-/1.tgz'))).toBe('Bearer abc');
  expect(settings.authorizationFor(new URL('https://two.example/other'))).toBeUndefined();
  expect(settings.authorizationFor(new URL('https://one.example/npm/acme'))).toBeUndefined();
});

test('settings of another type than npm has count as absent', () => {
  expect(toSettings({ registry: 7, proxy: true, offline: 'yes', ca: 'text' })).toMatchObject({
    isOffline: false,
    httpProxy: undefined,
    authorities: undefined,
  });
});
