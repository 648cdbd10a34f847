import { expect, test } from '@jest/globals';
import { toSettings } from './npm-settings.js';

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
