import { integer } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';

/** Days by which one booking may differ between a file and an answer: they may count days in other time zones, or settle later. */
const DAYS = 3;

/** Staged bookings that the ledger has as well; what says otherwise under an id that was made of it is another booking. */
const SHARED = `
  SELECT s.account_id, NOT (
    CAST(s.quantity AS REAL) IS CAST(v.quantity AS REAL) AND CAST(s.amount AS REAL) IS CAST(v.amount AS REAL) AND
    s.currency IS v.currency AND (s.date = v.date OR abs(julianday(s.date) - julianday(v.date)) <= ${DAYS})
  ) AND json_extract(s.json, '$.source.recordId') IS NOT NULL AS differs
  FROM temp.staged s JOIN record r ON r.key = s.key JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
  WHERE s.kind <> 'POSITION'`;

/** Bookings of an account that are staged and say otherwise than the ledger under the same numbers. */
export interface Contradiction {
  readonly shared: number;
  readonly differing: number;
}

/**
 * Whether most of what is staged of an account says otherwise than the ledger under the same numbers: then it is likely of another
 * account, since an institution may number the bookings of each from 1 on. A few that differ were corrected.
 */
export function findContradiction(database: Database, accountId: string): Contradiction | undefined {
  const row = database.row(
    `SELECT count(*), coalesce(sum(differs), 0) FROM (${SHARED}) WHERE account_id = ?`,
    accountId,
  );
  const [shared, differing] = [integer(row?.[0]), integer(row?.[1])];
  return differing * 2 > shared ? { shared, differing } : undefined;
}
