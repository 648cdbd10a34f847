import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { HostDatabase } from '../store/index.js';
import { auditFileName, auditFileNumbers } from './audit-files.js';
import type { AuditHead, FoundHead } from './audit-head.js';
import { ChainWalk } from './chain-walk.js';
import { linesOf } from './read-audit.js';
import type { AuditKey } from './seal.js';

/**
 * What is wrong with the log. `edited`: an entry is not what was written; `reordered`: it stands in another place, or
 * twice; `gap`: entries are missing between others; `truncated`: entries are missing at the end, or the log itself noted
 * that they were; `lost`: the same for entries that the disk may not have had when power failed; `head`: the end in
 * host.db is missing, foreign, or another one than that of the files; `torn`: bytes behind the last confirmed entry, as
 * a host leaves them that is killed while it writes. All but the last mean that somebody, or a damaged disk, changed it.
 */
export const AUDIT_FAULTS = ['edited', 'reordered', 'gap', 'truncated', 'lost', 'head', 'torn'] as const;

export type AuditFault = (typeof AUDIT_FAULTS)[number];

export interface AuditFinding {
  readonly fault: AuditFault;
  /** In words. */
  readonly message: string;
  /** The entry, or the first of those, that it is about. */
  readonly sequence?: number;
  /** The last of those. */
  readonly until?: number;
  readonly file?: string;
  /** 1 for the first line of the file. */
  readonly line?: number;
}

export interface AuditReport {
  /** Nothing is wrong but torn ends. */
  readonly isIntact: boolean;
  /** Entries that were found. */
  readonly entries: number;
  readonly files: number;
  readonly findings: readonly AuditFinding[];
}

export interface VerifySources {
  readonly folder: string;
  readonly database: HostDatabase;
  readonly head: AuditHead;
  readonly key: AuditKey;
}

interface Snapshot {
  readonly head: FoundHead | undefined;
  readonly files: readonly { readonly number: number; readonly size: number }[];
}

/** Tells whether nothing was ever written. */
export function isEmptyAudit(folder: string, database: HostDatabase): boolean {
  return (
    auditFileNumbers(folder).length === 0 && database.get('SELECT 1 AS one FROM audit_head') === undefined
  );
}

/** Looks through the whole log. Other hosts may write meanwhile; what they add is not looked at. */
export async function verifyAudit({ folder, database, head, key }: VerifySources): Promise<AuditReport> {
  // While nobody writes, so that an entry that is being written does not pass for a torn one.
  const snapshot = await database.write(() => takeSnapshot(folder, head));
  const walk = new ChainWalk(key, snapshot.head);
  for (const { number, size } of snapshot.files) {
    for (const line of linesOf(folder, number, size)) walk.look(line);
  }
  const findings = walk.finish();
  return {
    isIntact: findings.every(({ fault }) => fault === 'torn'),
    entries: walk.entries,
    files: snapshot.files.length,
    findings,
  };
}

function takeSnapshot(folder: string, head: AuditHead): Snapshot {
  const files = auditFileNumbers(folder).map((number) => ({
    number,
    size: statSync(join(folder, auditFileName(number))).size,
  }));
  return { head: head.read(), files };
}
