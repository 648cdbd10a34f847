import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeToyPlugin, type ToyPlugin } from './toy-plugin.js';
import type { ManagerInternals, ManagerOptions } from '../manager/manager-options.js';
import { PluginManager } from '../manager/plugin-manager.js';

/** Several hosts of one home, and a folder of plugins that each of them looks into. */
export class Hosts {
  readonly folder = mkdtempSync(join(tmpdir(), 'bourse-hosts-'));
  readonly plugins = join(this.folder, 'plugins');
  readonly home = join(this.folder, 'home');
  readonly #open = new Set<PluginManager>();

  start(options: Partial<ManagerOptions> = {}, internals: ManagerInternals = {}): PluginManager {
    const manager = new PluginManager(
      { home: this.home, folders: [this.plugins], vault: { keychain: false }, ...options },
      internals,
    );
    this.#open.add(manager);
    return manager;
  }

  /** A host on whose disk the plugin is, approved by the user. */
  async startWith(toy: ToyPlugin = {}): Promise<PluginManager> {
    writeToyPlugin(this.plugins, toy);
    const manager = this.start();
    await manager.installer.approve(toy.id ?? 'acme');
    return manager;
  }

  async close(manager: PluginManager): Promise<void> {
    this.#open.delete(manager);
    await manager.close();
  }

  async end(): Promise<void> {
    await Promise.all([...this.#open].map((manager) => this.close(manager)));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
