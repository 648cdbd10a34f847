import type { CredentialDeclaration } from '../../interfaces/index.js';
import type { ConnectionRecord, LocalProgram, RefusedLogin } from '../../store/index.js';

/** One connection as a list shows it. */
export interface ConnectionSummary extends ConnectionRecord {
  /** Absent where the plugin has none, or does not run any more. */
  readonly institution?: string;
  readonly services: readonly string[];
  /** When all of it was last synced. */
  readonly lastSyncedAt?: string;
  /** Why the last login was refused; it is not tried again until the credentials change. */
  readonly refusedLogin?: Omit<RefusedLogin, 'credentials'>;
}

/** A credential that a plugin asks for. Its texts are the plugin's. */
export interface AskedCredential extends CredentialDeclaration {
  readonly name: string;
}

/** What a new connection is made of. */
export interface NewConnection {
  readonly plugin: string;
  /** In the words of the user; default: what the institution is called. */
  readonly name?: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** Makes it a development connection: where the origins of the manifest go instead, on this machine. */
  readonly origins?: Readonly<Record<string, string>>;
  /** What the user trusts on this machine, by the `loopback:<port>` of the manifest. */
  readonly programs?: Readonly<Record<string, LocalProgram>>;
}
