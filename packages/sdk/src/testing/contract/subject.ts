import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PluginManifestSchema,
  SERVICE_ALIASES,
  SERVICE_METHODS,
  SERVICE_NAMES,
  type PluginManifest,
  type ServiceName,
  type Settings,
} from '@bourse/core/interfaces';
import { z } from 'zod';
import type { ListCall } from '../call-list.js';
import type { PluginServices } from '../call-method.js';
import { LIST_SERVICES } from '../list-method.js';
import { DEFAULT_NOW, mockHost, type MockHost } from '../mock-host.js';
import type { NetworkScript } from '../scripted-network.js';
import type { StatementFixture } from './broker-contract.js';
import type { PluginContract } from './plugin-contract.js';
import { demand } from './violation.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const SettingsValuesSchema = z.record(z.string(), z.union([scalar, z.array(scalar)]));

/** The plugin that is tested, with its files. */
export class Subject {
  readonly folder: string;
  readonly fixtures: readonly StatementFixture[];
  readonly contract: PluginContract;

  constructor(contract: PluginContract) {
    this.contract = contract;
    this.folder = typeof contract.folder === 'string' ? contract.folder : fileURLToPath(contract.folder);
    this.fixtures = contract.fixtures ?? [];
  }

  /** plugin.json, or why it is none. */
  get manifest(): PluginManifest {
    const checked = PluginManifestSchema.safeParse(JSON.parse(this.readText('plugin.json')));
    demand(
      checked.success,
      `plugin.json breaks the contract: ${checked.error && z.prettifyError(checked.error)}`,
    );
    return checked.data;
  }

  /** The services that plugin.json declares, by their own names. */
  get declaredServices(): ServiceName[] {
    return this.manifest.services.flatMap(
      (name) => SERVICE_ALIASES[name] ?? SERVICE_NAMES.filter((known) => known === name),
    );
  }

  /** The methods of the list services that plugin.json declares. */
  get listCalls(): ListCall[] {
    const services = LIST_SERVICES.filter((name) => this.declaredServices.includes(name));
    return services.flatMap((service) =>
      Object.keys(SERVICE_METHODS[service]).map((method) => ({ service, method })),
    );
  }

  /** The settings that the plugin is tested with, defaults filled in. */
  get settings(): Settings {
    const { plugin, settings = {} } = this.contract;
    return SettingsValuesSchema.parse(
      plugin.settings === undefined ? settings : plugin.settings.parse(settings),
    );
  }

  /** The instant at which the clock stands. */
  get now(): string {
    return this.contract.now ?? DEFAULT_NOW;
  }

  /** The same plugin with another network. */
  withNetwork(network: NetworkScript): Subject {
    return new Subject({ ...this.contract, network });
  }

  readText(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  readFixture({ file }: StatementFixture): Uint8Array {
    return Uint8Array.from(readFileSync(join(this.folder, file)));
  }

  /** Runs with a host of its own, which ends afterwards. */
  async withHost<Result>(
    run: (host: MockHost) => Promise<Result>,
    plugin?: PluginContract['plugin'],
  ): Promise<Result> {
    const { settings, connection, network, storage } = this.contract;
    const host = mockHost({
      plugin: plugin ?? this.contract.plugin,
      institution: this.manifest.institution ?? 'Acme Securities',
      ...(settings === undefined ? {} : { settings }),
      ...(connection === undefined ? {} : { connection }),
      ...(network === undefined ? {} : { network }),
      ...(storage === undefined ? {} : { storage }),
      now: this.now,
    });
    try {
      return await run(host);
    } finally {
      await host.deactivate();
    }
  }

  /** Runs with the services of an active plugin. */
  withServices<Result>(run: (services: PluginServices, host: MockHost) => Promise<Result>): Promise<Result> {
    return this.withHost(async (host) => run(await host.activate(), host));
  }
}
