import type { AuditEvent } from '../../audit/index.js';
import type { ConnectionRecord } from '../../store/index.js';
import type { HostAudit } from '../host-audit.js';
import type { LocalPrograms } from './local-programs.js';

/** Writes down what the user does with connections. */
export class ConnectionAudit {
  readonly #audit: HostAudit;

  constructor(audit: HostAudit) {
    this.#audit = audit;
  }

  append({ id, pluginId }: ConnectionRecord, event: Exclude<AuditEvent, { kind: 'mend' }>): Promise<void> {
    return this.#audit.append({ ...event, plugin: pluginId, connection: id });
  }

  async appendCredentials(
    connection: ConnectionRecord,
    action: 'saved' | 'removed',
    names: readonly string[],
  ): Promise<void> {
    await Promise.all(names.map((name) => this.append(connection, { kind: 'credential', action, name })));
  }

  async appendPrograms(connection: ConnectionRecord, programs: LocalPrograms): Promise<void> {
    for (const [origin, program] of Object.entries(programs))
      await this.append(connection, { kind: 'program', action: 'trusted', origin, ...program });
  }
}
