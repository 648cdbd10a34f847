import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { Hosts } from '../testing/hosts.js';
import { writeToyPlugin } from '../testing/toy-plugin.js';

let hosts: Hosts;
beforeEach(() => void (hosts = new Hosts()));
afterEach(() => hosts.end());

test('a plugin is not replaced by a package of another name that has its id, such as an update of that one', async () => {
  const manager = hosts.start();
  await manager.installer.add(writeToyPlugin(join(hosts.folder, 'sources')));
  await manager.installer.approve('acme');
  const other = writeToyPlugin(join(hosts.folder, 'other'), {
    version: '2.0.0',
    packageJson: { name: '@evil/plugin-acme' },
    manifest: { name: '@evil/plugin-acme' },
  });
  await expect(manager.installer.add(other)).rejects.toMatchObject({ code: 'PLUGIN_ID_CLASH' });
  expect(manager.list()).toMatchObject([{ packageName: '@acme/plugin-acme', version: '1.0.0' }]);
});
