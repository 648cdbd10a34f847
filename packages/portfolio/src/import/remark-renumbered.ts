import { toProblem } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { stageRemark } from './staging.js';

/** Whether the institution gave a booking an id. */
const isNumbered = (json: string): string => `(json_extract(${json}, '$.source.recordId') IS NOT NULL)`;

const BY_FINGERPRINT = 'CREATE INDEX temp.staged_by_fingerprint ON staged (fingerprint)';

/**
 * Records that are new and look like others that files told of, one of both with the id of a booking. Each record of the institution is
 * looked up among the staged ones: the other way round, and with any other order of the joins, the time would grow with both.
 */
const RENUMBERED = `
  SELECT s.account_id, count(DISTINCT s.key)
  FROM account a
  CROSS JOIN record r ON r.account = a.id
  CROSS JOIN current c ON c.record = r.id
  CROSS JOIN revision v ON v.id = c.revision
  CROSS JOIN temp.staged s INDEXED BY staged_by_fingerprint
    ON s.fingerprint = v.fingerprint AND s.date = v.date AND s.status = v.status AND s.kind = r.kind
  CROSS JOIN content t ON t.revision = v.id
  WHERE a.institution = ? AND s.kind <> 'POSITION'
    AND NOT EXISTS (SELECT 1 FROM record k JOIN current l ON l.record = k.id WHERE k.key = s.key)
    AND NOT EXISTS (SELECT 1 FROM temp.staged o WHERE o.key = r.key)
    AND ${isNumbered('s.json')} <> ${isNumbered('t.json')}
    AND NOT EXISTS (
      SELECT 1 FROM observation o JOIN import i ON i.id = o.import
      WHERE o.record = r.id AND i.undone_at IS NULL AND i.channel = 'API'
    )
  GROUP BY s.account_id ORDER BY s.account_id`;

/**
 * Reports what a file tells again of which an earlier file had other columns: with the id of its booking and without it one booking is two
 * records. Two of one file are two, and of a file and the API one is held back.
 */
export function remarkRenumbered(database: Database, institution: string): void {
  database.execute(BY_FINGERPRINT);
  for (const row of database.rows(RENUMBERED, institution))
    stageRemark(database, 'PROBLEM', renumbered(text(row[0]), integer(row[1])));
}

function renumbered(accountId: string, count: number): object {
  return toProblem({
    code: 'POSSIBLE_DUPLICATE',
    message: `${count} new records of "${accountId}" look like records of an earlier file, but only one of both files has the institution's ids of bookings. Both count.`,
    remedy:
      'If both files tell of the same bookings, undo the import of the one with fewer columns: bourse import --list, bourse import --undo <id>.',
  });
}
