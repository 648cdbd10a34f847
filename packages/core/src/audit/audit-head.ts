import { z } from 'zod';
import type { HostDatabase } from '../store/index.js';
import { NO_HASH, type AuditKey } from './seal.js';

const PositionSchema = z.object({
  /** Of the last entry; 0 where there is none. */
  sequence: z.int().min(0),
  hash: z.string(),
  /** Number of the file that it is in, and the size of that file behind it. */
  file: z.int().min(1),
  size: z.int().min(0),
  /** The last entry that is known to have reached the disk. */
  synced: z.int().min(0),
});

/** Where the log ends. */
export type AuditPosition = z.infer<typeof PositionSchema>;

export const START: AuditPosition = { sequence: 0, hash: NO_HASH, file: 1, size: 0, synced: 0 };

/** What host.db tells of the end of the log. */
export interface FoundHead {
  readonly position: AuditPosition;
  /** Whether the head was written with the key of this vault. */
  readonly isConfirmed: boolean;
}

/** The end of the log in host.db, so that entries cannot be taken from it unnoticed. */
export class AuditHead {
  readonly #database: HostDatabase;
  readonly #key: AuditKey;
  /** What this host wrote last: where it is still there, its seal need not be made again. */
  #written: { readonly text: string; readonly seal: string } | undefined;

  constructor(database: HostDatabase, key: AuditKey) {
    this.#database = database;
    this.#key = key;
  }

  /** Undefined where there is none. */
  read(): FoundHead | undefined {
    const row = this.#database.get('SELECT * FROM audit_head WHERE id = 1');
    if (row === undefined) return undefined;
    const parsed = PositionSchema.safeParse(row);
    if (!parsed.success) return { position: START, isConfirmed: false };
    const position = parsed.data;
    const [seal, text] = [String(row['seal']), sealedText(position)];
    const isOwn = this.#written?.text === text && this.#written.seal === seal;
    return { position, isConfirmed: isOwn || this.#key.confirms(seal, text) };
  }

  /** Part of the transaction in which the entries are written. */
  write(position: AuditPosition): void {
    const { sequence, hash, file, size, synced } = position;
    const text = sealedText(position);
    const seal = this.#key.seal(text);
    this.#database.run(
      `INSERT INTO audit_head (id, sequence, hash, file, size, synced, seal) VALUES (1, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, file = excluded.file,
         size = excluded.size, synced = excluded.synced, seal = excluded.seal`,
      sequence,
      hash,
      file,
      size,
      synced,
      seal,
    );
    this.#written = { text, seal };
  }
}

/** Canonical JSON: members in the order of their names. */
function sealedText({ sequence, hash, file, size, synced }: AuditPosition): string {
  return JSON.stringify({ head: { file, hash, sequence, size, synced } });
}
