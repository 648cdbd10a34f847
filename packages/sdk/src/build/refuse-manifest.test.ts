import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { copyPlugin } from '../fixtures/plugin-folder.js';
import { buildPlugin } from './build-plugin.js';

// Builds take their time on a busy machine.
jest.setTimeout(60_000);

interface Recipe {
  readonly os?: string;
  readonly listed?: string;
  readonly value?: string;
}

/** A plugin.json with one permission, whose credentials stand in line 13, and one recipe, whose placement stands in line 19. */
const manifestWith = ({
  os = process.platform,
  listed = '"token"',
  value = '{ "credential": "token" }',
}: Recipe): string => `{
  "id": "acme",
  "type": "broker",
  "institution": "Acme Securities",
  "api": ">=1.0.0 <2.0.0",
  "os": ["${os}"],
  "main": "./dist/plugin.js",
  "services": ["account"],
  "portfolio": "derived",
  "credentials": { "token": { "label": "Token", "secret": true } },
  "network": [
    { "origin": "https://api.acme.example", "methods": ["GET"], "paths": ["/v1"], "access": "read",
      "credentials": [${listed}],
      "scheme": "bearer", "why": "reads" }
  ],
  "schemes": {
    "bearer": {
      "place": [
        { "header": "authorization", "value": ${value} }
      ]
    }
  }
}`;

test.each([
  ['a step that is not there', { value: '{ "step": "tokn" }' }, 'tokn', 'schemes.bearer.place[0]', 19],
  ['a credential that its permission does not list', { listed: '' }, 'token', 'network[0].credentials', 13],
])('a recipe that names %s is refused in its line of plugin.json', async (_, recipe, name, path, line) => {
  using plugin = copyPlugin({ files: { 'plugin.json': manifestWith(recipe) } });
  await expect(buildPlugin(plugin.folder)).rejects.toMatchObject({
    findings: [
      {
        code: 'MANIFEST_INVALID',
        message: expect.stringContaining(name),
        place: { file: 'plugin.json', path, line },
      },
    ],
  });
  expect(existsSync(join(plugin.folder, 'dist'))).toBe(false);
});

test('a plugin for another system than this one is built', async () => {
  const os = process.platform === 'linux' ? 'darwin' : 'linux';
  using plugin = copyPlugin({ files: { 'plugin.json': manifestWith({ os }) } });
  await expect(buildPlugin(plugin.folder)).resolves.toMatchObject({ version: '1.2.3' });
});
