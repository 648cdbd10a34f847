import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { bourseCommands, installCommands } from './install-commands.js';

test('a clone gives its own core and sdk', () => {
  const [pack = '', install = ''] = installCommands();
  const folders = [...pack.matchAll(/"([^"]+)"/g)].map(([, folder = '']) => folder);
  expect(folders.map((folder) => existsSync(`${folder}/package.json`))).toEqual([true, true]);
  expect(install).toMatch(/^npm install .*bourse-core-\*\.tgz \.\/bourse-sdk-\*\.tgz$/);
});

test('a clone has its own command, which a shell is taught', () => {
  const [command = ''] = bourseCommands();
  const [, folder = ''] =
    /^bourse\(\) \{ npm --prefix "([^"]+)" run --silent bourse -- "\$@"; \}$/.exec(command) ?? [];
  expect(JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))).toMatchObject({
    scripts: { bourse: expect.any(String) },
  });
});
