import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeToyPlugin } from '../testing/toy-plugin.js';
import { PluginManager } from './plugin-manager.js';

let folder: string;
/** Other tests of this process may have left processes that are not collected yet. */
let before: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-spare-'));
  before = [];
  before = children();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function host(warmSpare: boolean): Promise<PluginManager> {
  const plugins = join(folder, 'plugins');
  for (const id of ['acme', 'globex']) writeToyPlugin(plugins, { id });
  const manager = new PluginManager({ home: join(folder, 'home'), folders: [plugins], warmSpare });
  for (const id of ['acme', 'globex']) await manager.installer.approve(id);
  return manager;
}

function children(): string[] {
  const list = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return list.split(' ').filter((pid) => pid !== '' && !before.includes(pid));
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a host that keeps a spare starts the next cell in the process that waits', async () => {
  const manager = await host(true);
  await manager.switch.load('acme');
  const [cell, spare, ...others] = children();
  expect(others).toEqual([]);
  await manager.switch.load('globex');
  expect(children()).toEqual([cell, spare, expect.anything()]);
  await expect(manager.call('globex', 'account', 'listAccounts', {})).resolves.toMatchObject({
    items: [{ id: 'A1' }],
  });
  await manager.close();
});

onLinux('a host has no process beside those of its plugins unless it is told to', async () => {
  const manager = await host(false);
  await manager.switch.load('acme');
  expect(children()).toHaveLength(1);
  await manager.close();
});
