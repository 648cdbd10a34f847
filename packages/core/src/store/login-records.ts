import { isProblemCode, type ProblemCode } from '../interfaces/index.js';
import type { HostDatabase } from './host-database.js';

/** A login that the institution has refused. */
export interface RefusedLogin {
  /** Stands for the credentials that were refused, and tells nothing of them. */
  readonly credentials: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly at: string;
}

/** Logins that are not tried again by themselves. */
export class LoginRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  find(connectionId: string): RefusedLogin | undefined {
    const row = this.#database.get('SELECT * FROM refused_login WHERE connection_id = ?', connectionId);
    if (row === undefined) return undefined;
    const { credentials, code, message, at } = row;
    return {
      credentials: String(credentials),
      code: isProblemCode(code) ? code : 'AUTH_INVALID',
      message: String(message),
      at: String(at),
    };
  }

  save(connectionId: string, { credentials, code, message, at }: RefusedLogin): void {
    this.#database.run(
      `INSERT INTO refused_login (connection_id, credentials, code, message, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (connection_id) DO UPDATE SET credentials = excluded.credentials, code = excluded.code,
         message = excluded.message, at = excluded.at`,
      connectionId,
      credentials,
      code,
      message,
      at,
    );
  }

  remove(connectionId: string): void {
    this.#database.run('DELETE FROM refused_login WHERE connection_id = ?', connectionId);
  }
}
