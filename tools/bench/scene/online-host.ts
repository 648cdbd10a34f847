import { join } from 'node:path';
import { PluginManager, type ConnectionSession } from '@bourse/core';
import { acme } from './acme-emulator.ts';
import type { AcmeInstitution } from './acme-institution.ts';
import { ONLINE, writeOnlinePlugin } from './online-plugin.ts';

/** Where the institution is. */
export type Reachable = Pick<AcmeInstitution, 'origins' | 'certificateAuthority'>;

/** A host with development connections to the emulator of the bench. */
export class OnlineHost {
  readonly manager: PluginManager;
  readonly #institution: Reachable;

  private constructor(manager: PluginManager, institution: Reachable) {
    this.manager = manager;
    this.#institution = institution;
  }

  static async start(folder: string, institution: Reachable): Promise<OnlineHost> {
    const plugins = join(folder, 'plugins');
    writeOnlinePlugin(plugins);
    const { certificateAuthority } = institution;
    const manager = new PluginManager(
      { home: join(folder, 'home'), folders: [plugins], vault: { keychain: false } },
      certificateAuthority === undefined ? {} : { gateway: { certificateAuthority } },
    );
    await manager.installer.approve(ONLINE);
    return new OnlineHost(manager, institution);
  }

  /** Makes a connection of this name and gives its id. */
  async connect(name = 'Acme'): Promise<string> {
    const { credentials } = acme;
    const { origins } = this.#institution;
    return (await this.manager.connections.add({ plugin: ONLINE, name, credentials, origins })).id;
  }

  /** Has the plugin ask for a path so many times, one after the other. */
  ask(connection: string, path: string, count: number): Promise<unknown> {
    const cursor = `${path} ${count}`;
    return this.#use(connection, (session) => session.call('account', 'listAccounts', { cursor }));
  }

  /** Prices as the plugin gives them, from a path of the socket. */
  watch(connection: string, path: string): Promise<AsyncIterable<unknown>> {
    const instruments = [{ kind: 'EQUITY', name: 'Acme', symbol: path, currency: 'EUR' }];
    return this.#use(connection, async (session) =>
      session.watch('stream', 'subscribeQuotes', { instruments }),
    );
  }

  #use<Result>(connection: string, work: (session: ConnectionSession) => Promise<Result>): Promise<Result> {
    return this.manager.connections.use(connection, work);
  }

  close(): Promise<void> {
    return this.manager.close();
  }
}
