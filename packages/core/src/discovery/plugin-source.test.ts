import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { systemPluginFolder } from './plugin-source.js';

test('plugins of all users lie where the system keeps such things', () => {
  expect(systemPluginFolder('linux', {})).toBe('/usr/local/share/bourse/plugins');
  expect(systemPluginFolder('win32', { ProgramData: 'D:\\Data' })).toBe(
    join('D:\\Data', 'bourse', 'plugins'),
  );
});
