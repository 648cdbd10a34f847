import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { SERVED_API_VERSIONS } from '../interfaces/index.js';
import { currentEnvironment } from './environment.js';

test('the environment is this host on this machine', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  expect(currentEnvironment()).toEqual({
    hostVersion: version,
    apiVersions: SERVED_API_VERSIONS,
    nodeVersion: process.versions.node,
    os: process.platform,
  });
});
