import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { installCommands } from './install-commands.js';

test('a clone gives its own core and sdk', () => {
  const [pack = '', install = ''] = installCommands();
  const folders = [...pack.matchAll(/"([^"]+)"/g)].map(([, folder = '']) => folder);
  expect(folders.map((folder) => existsSync(`${folder}/package.json`))).toEqual([true, true]);
  expect(install).toMatch(/^npm install .*bourse-core-\*\.tgz \.\/bourse-sdk-\*\.tgz$/);
});
