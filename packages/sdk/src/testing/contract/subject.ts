import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  PluginManifestSchema,
  SERVICE_ALIASES,
  SERVICE_NAMES,
  type BrokerServices,
  type PluginManifest,
  type ServiceName,
} from '@bourse/core/interfaces';
import { z } from 'zod';
import { mockHost, type BrokerPlugin, type MockHost } from '../mock-host.js';
import type { BrokerContract, StatementFixture } from './broker-contract.js';
import { demand } from './violation.js';

/** The plugin that is tested, with its files. */
export class Subject {
  readonly folder: string;
  readonly fixtures: readonly StatementFixture[];
  readonly contract: BrokerContract;

  constructor(contract: BrokerContract) {
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

  readText(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  readFixture({ file }: StatementFixture): Uint8Array {
    return Uint8Array.from(readFileSync(join(this.folder, file)));
  }

  /** Runs with a host of its own, which ends afterwards. */
  async withHost<Result>(run: (host: MockHost) => Promise<Result>, plugin?: BrokerPlugin): Promise<Result> {
    const { settings, connection, now } = this.contract;
    const host = mockHost({
      plugin: plugin ?? this.contract.plugin,
      institution: this.manifest.institution ?? 'Acme Securities',
      ...(settings === undefined ? {} : { settings }),
      ...(connection === undefined ? {} : { connection }),
      ...(now === undefined ? {} : { now }),
    });
    try {
      return await run(host);
    } finally {
      await host.deactivate();
    }
  }

  /** Runs with the services of an active plugin. */
  withServices<Result>(run: (services: BrokerServices, host: MockHost) => Promise<Result>): Promise<Result> {
    return this.withHost(async (host) => run(await host.activate(), host));
  }
}
