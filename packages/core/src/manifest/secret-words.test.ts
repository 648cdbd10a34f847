import { describe, expect, test } from '@jest/globals';
import { looksSecret } from './secret-words.js';

describe('a name', () => {
  test.each([
    'password',
    'userPassword',
    'apiKey',
    'APIKey',
    'api_key',
    'API key',
    'Your API key',
    'clientSecret',
    'session_token',
    'accessToken',
    'passphrase',
    'PIN',
    'Your PIN code',
    'otpCode',
    'TOTP',
    'privateKey',
    'HTTPSecret',
    'bearer',
    'apiKey2',
    'password_1',
  ])('"%s" means a secret', (name) => {
    expect(looksSecret(name)).toBe(true);
  });

  test.each([
    'keyboard',
    'primaryKey',
    'passengers',
    'spinning',
    'tokenize',
    'username',
    'rounding',
    'pinned',
    'secretary',
    'compass',
  ])('"%s" means none', (name) => {
    expect(looksSecret(name)).toBe(false);
  });
});
