import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { systemPluginFolder } from '@bourse/core';
import { readEnvironment } from './environment.js';

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(readEnvironment({}, '/work')).toEqual({
      userFolder: '/work',
      home: join(homedir(), '.bourse'),
      pluginFolders: [],
      systemFolder: systemPluginFolder(process.platform, {}),
      namedFolders: [],
      approvedDigestsFile: undefined,
      logLevel: undefined,
      command: 'bourse',
      credentials: undefined,
      passphrase: undefined,
      usesKeychain: true,
      isDebug: false,
    });
  });

  test('takes paths from where the user is', () => {
    const variables = {
      INIT_CWD: '/user',
      BOURSE_HOME: 'data',
      BOURSE_PLUGINS: 'a::/b',
      BOURSE_APPROVED_DIGESTS: 'd.json',
    };
    expect(readEnvironment(variables, '/work')).toMatchObject({
      userFolder: '/user',
      home: '/user/data',
      pluginFolders: ['/user/a', '/b'],
      approvedDigestsFile: '/user/d.json',
    });
  });

  test('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ BOURSE_HOME: '', INIT_CWD: '', BOURSE_LOG: '' }, '/work')).toEqual(
      readEnvironment({}, '/work'),
    );
  });

  test.each([
    ['debug', 'debug'],
    ['error', 'error'],
    ['1', 'info'],
  ])('BOURSE_LOG=%s writes from %s on', (text, level) => {
    expect(readEnvironment({ BOURSE_LOG: text }, '/work').logLevel).toBe(level);
  });
});
