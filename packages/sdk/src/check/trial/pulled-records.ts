import { join } from 'node:path';
import { PluginManager } from '@bourse/core';
import type { Settings, Statement } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { CheckClock } from './check-clock.js';
import { EmulatedHost } from './emulated-host.js';

/** Everything that the lists of a plugin say, as the host has checked it. */
export async function pullRecords(
  plugin: CheckedPlugin,
  settings: Settings,
  name: string,
): Promise<Statement[]> {
  const { network = [] } = await plugin.manifest();
  return network.length === 0 ? pullAlone(plugin, settings, name) : pullEmulated(plugin, settings);
}

async function pullEmulated(plugin: CheckedPlugin, settings: Settings): Promise<Statement[]> {
  await using host = await EmulatedHost.start(plugin, { settings });
  return await host.use(async (session) => {
    const statements: Statement[] = [];
    for (const list of session.lists)
      statements.push(
        await session.read(list, { defaultAccount: 'default', wait: host.clock.wait }).collect(),
      );
    return statements;
  });
}

async function pullAlone(plugin: CheckedPlugin, settings: Settings, name: string): Promise<Statement[]> {
  const { folder } = await plugin.built();
  const { id } = await plugin.manifest();
  const manager = new PluginManager({
    home: plugin.workFolder(`pulled-${name}`),
    folders: [join(folder, '..')],
    vault: { keychain: false },
    now: new CheckClock().now,
  });
  try {
    await manager.installer.approve(id);
    if (Object.keys(settings).length > 0) await manager.settings.configure(id, settings);
    return [await manager.reader.pull(id, { defaultAccount: 'default' }).collect()];
  } finally {
    await manager.close();
  }
}
