import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PluginManager, type ManagerOptions } from '@bourse/core';
import type { BeltSwitches } from '../attack.ts';
import { credentialsOf, gatewayInternals, originsOf } from '../online/connect.ts';
import type { Online } from '../online/online.ts';
import { HOSTILE, type Scene } from '../scene/scene.ts';

export interface AttackedHostOptions {
  readonly options: ManagerOptions;
  readonly belts: BeltSwitches;
  readonly scene: Scene;
  readonly inline: boolean;
  /** The institution of the attack, if there is one. */
  readonly online: Online | undefined;
}

/** The host as the code of an attack sees it: a manager, and a plugin that was trusted too early. */
export class AttackedHost {
  readonly manager: PluginManager;
  readonly scene: Scene;
  readonly #origin: AttackedHostOptions;
  readonly #later: AttackedHost[] = [];

  constructor(origin: AttackedHostOptions) {
    const { options, belts, online, scene } = origin;
    const gateway = online === undefined ? {} : { gateway: gatewayInternals(online, scene) };
    this.manager = new PluginManager(options, { belts, ...gateway });
    this.scene = scene;
    this.#origin = origin;
  }

  /** The same host in a later run: it finds what was put into the folders meanwhile. */
  reopen(): AttackedHost {
    const later = new AttackedHost(this.#origin);
    this.#later.push(later);
    return later;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#later, this].map((host) => host.manager.close()));
  }

  /** Lets the user approve the plugin. */
  async approve(id = HOSTILE): Promise<void> {
    await this.manager.installer.approve(id);
  }

  /** Lets the user take back all that the plugin may reach. */
  revoke(id = HOSTILE): Promise<void> {
    const permissions = this.manager.info(id).permissions.map((permission) => permission.id);
    return this.manager.installer.grant(
      id,
      permissions.filter((permission) => permission.startsWith('network:')),
    );
  }

  /** Calls the plugin's `listAccounts`. */
  call(query: Readonly<Record<string, string>> = {}, id = HOSTILE): Promise<unknown> {
    if (this.#origin.inline) return this.#callInline(query, id);
    return this.manager.call(id, 'account', 'listAccounts', query);
  }

  /** Connects the plugin with the institution, with what the user gives, and gives the id of the connection. */
  async connect(id = HOSTILE): Promise<string> {
    const { online = {} } = this.#origin;
    const origins = originsOf(online, this.scene);
    const connection = await this.manager.connections.add({
      plugin: id,
      credentials: credentialsOf(online, this.scene),
      ...(origins === undefined ? {} : { origins }),
      ...(online.programs === undefined ? {} : { programs: online.programs(this.scene) }),
    });
    return connection.id;
  }

  /** Calls the plugin's `listAccounts` for a connection. */
  callOnline(query: Readonly<Record<string, string>> = {}, connection = HOSTILE): Promise<unknown> {
    return this.manager.connections.use(connection, (session) =>
      session.call('account', 'listAccounts', query),
    );
  }

  /** Lets the plugin read a file with this text and gives everything that came of it. */
  async read(text = 'Date,Amount\n', id = HOSTILE): Promise<unknown[]> {
    const bytes = new TextEncoder().encode(text);
    const reading = this.manager.reader.readStatement(id, {
      format: `${id}-csv`,
      name: 'account.csv',
      size: bytes.length,
      content: (async function* () {
        yield bytes;
      })(),
    });
    const parts = await Array.fromAsync<unknown>(reading.parts());
    return [...parts, reading.end()];
  }

  /** Approves the plugin, connects it where it goes online, and calls it once: what most attacks need. */
  async strike(query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    await this.approve();
    if (this.#origin.online === undefined) return this.call(query);
    await this.connect();
    return this.callOnline(query);
  }

  /** Runs the method in this very process: the control for what a process of its own stops. */
  async #callInline(query: Readonly<Record<string, string>>, id: string): Promise<unknown> {
    const script = readFileSync(join(this.scene.plugins, id, 'dist', 'plugin.js'), 'utf8');
    const module = { exports: {} as InlinePlugin };
    new Function('module', 'exports', script)(module, module.exports);
    const services = await module.exports.default.activate({ settings: {}, log: console });
    return services.account.listAccounts(query);
  }
}

interface InlinePlugin {
  readonly default: {
    activate(context: object): Promise<{ account: { listAccounts(query: object): Promise<unknown> } }>;
  };
}
