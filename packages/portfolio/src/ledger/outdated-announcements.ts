import type { Entry } from '../entries/entry.js';
import { text } from './cells.js';
import type { Database } from './database.js';

/**
 * Announcements, given as a JSON list of ids, that the newest import which tells what is to come to their account does not tell. A file
 * that announces something announces all; a list of the institution does so once it has announced anything, also when it is empty.
 */
const OUTDATED = `
  WITH told AS (
    SELECT r.key, r.account, i.id AS import, i.channel, i.institution, i.file_name
    FROM json_each(?) j JOIN record r ON r.key = j.value
    JOIN observation o ON o.record = r.id JOIN import i ON i.id = o.import AND i.undone_at IS NULL
  ), teller AS (
    SELECT account, import FROM told
    UNION
    SELECT t.account, i.id FROM (SELECT DISTINCT account, institution, file_name FROM told WHERE channel = 'API') t
    JOIN import i ON i.institution = t.institution AND i.file_name = t.file_name
    WHERE i.channel = 'API' AND i.undone_at IS NULL
  ), newest AS (
    SELECT account, import FROM (
      SELECT t.account, t.import, row_number() OVER (
        PARTITION BY t.account
        ORDER BY substr(CASE i.channel WHEN 'API' THEN i.imported_at ELSE coalesce(i.period_to, i.generated_at, i.imported_at) END, 1, 10) DESC,
          i.generated_at DESC NULLS LAST, i.id DESC
      ) AS place
      FROM teller t JOIN import i ON i.id = t.import
    ) WHERE place = 1
  )
  SELECT DISTINCT key FROM told WHERE key NOT IN (
    SELECT t.key FROM told t JOIN newest n ON n.account = t.account AND n.import = t.import
  )`;

/** Those of some entries that announce what was announced otherwise since, or is announced no more. */
export function findOutdatedAnnouncements(database: Database, entries: readonly Entry[]): Set<string> {
  const announced = entries.filter(({ status }) => status === 'ANNOUNCED' || status === 'FORECAST');
  if (announced.length === 0) return new Set();
  const ids = JSON.stringify(announced.map(({ id }) => id));
  return new Set(database.rows(OUTDATED, ids).map((row) => text(row[0])));
}
