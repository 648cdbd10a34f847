import { readCertificate, type ShownCertificate } from '../../gateway/index.js';
import { forgetCaptures } from '../../vault/index.js';
import type { HostState } from '../host-state.js';
import type { ManagerInternals } from '../manager-options.js';
import type { PluginCatalog } from '../plugin-catalog.js';
import type { PluginRuntimes } from '../plugin-runtimes.js';
import { runnableVersion } from '../runnable-version.js';
import type { ConnectionAudit } from './connection-audit.js';
import { findConnection } from './find-connection.js';
import { expectPrograms, invalid, localOriginsOf, type LocalPrograms } from './local-programs.js';
import type { OpenConnections } from './open-connections.js';
import type { VaultDoor } from './vault-door.js';

export interface TrustedProgramsOptions {
  readonly internals: ManagerInternals;
  readonly state: HostState;
  readonly catalog: PluginCatalog;
  readonly runtimes: PluginRuntimes;
  readonly audit: ConnectionAudit;
  readonly open: OpenConnections;
  readonly door: VaultDoor;
}

/** The programs on this machine that connections go by, each trusted by the one certificate that the user has seen. */
export class TrustedPrograms {
  readonly #options: TrustedProgramsOptions;

  constructor(options: TrustedProgramsOptions) {
    this.#options = options;
  }

  /** What a plugin reaches on this machine, each as the `loopback:<port>` of its manifest. */
  originsOf(pluginId: string): string[] {
    return localOriginsOf(runnableVersion(this.#options, pluginId).manifest);
  }

  /**
   * What the program on a port of this machine shows of itself, so that the user can compare it; nothing is sent to it.
   *
   * @throws ProblemError UNAVAILABLE
   */
  readCertificate(port: number): Promise<ShownCertificate> {
    return readCertificate(port, this.#options.internals.gateway?.openTcp);
  }

  /**
   * Trusts programs in place of those that were trusted at their origins; the others stay. What answers have brought is forgotten, so
   * that no program gets the session of the one before it.
   *
   * @throws ProblemError CONNECTION_UNKNOWN, INVALID_REQUEST
   */
  async trust(connectionId: string, programs: LocalPrograms): Promise<void> {
    const { state, audit, open, door } = this.#options;
    const { database, connections } = state;
    const connection = findConnection(connections, connectionId);
    expectPrograms(runnableVersion(this.#options, connection.pluginId).manifest, programs);
    if (connection.environment === 'development')
      throw invalid(
        `"${connectionId}" is a development connection, which leads elsewhere.`,
        'Make another one.',
      );
    const vault = await door.open();
    // First, so that nothing is ever trusted of which the audit does not tell.
    await audit.appendPrograms(connection, programs);
    await database.write(() => {
      forgetCaptures(vault, connectionId);
      connections.setPrograms(connectionId, { ...connections.find(connectionId)?.programs, ...programs });
    });
    await open.close(connectionId, 'another program on this machine');
  }

  /** Whether the plugin has gone by way of one in this run: settings of its own may lead elsewhere. */
  areUsedBy(connectionId: string): boolean {
    return this.#options.open.findNetwork(connectionId)?.asksPrograms === true;
  }
}
