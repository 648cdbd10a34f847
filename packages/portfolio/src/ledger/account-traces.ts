import { instrumentKey } from '@bourse/core';
import type { Instrument } from '@bourse/core/interfaces';
import type { Trace } from '../entries/account-likeness.js';
import { optionalText, text } from './cells.js';
import type { Database, Row } from './database.js';
import { parseStored } from './parse-stored.js';

const COLUMNS = (row: string, instrument: string, json: string): string =>
  `${row}.kind, ${row}.date, ${instrument}, ${row}.type, ${row}.status, ${row}.quantity, ${row}.amount, ${row}.currency,
   ${row}.order_id, json_extract(${json}, '$.source.section'), json_extract(${json}, '$.source.recordId')`;

const LIVE = `
  SELECT ${COLUMNS('e', 'n.content', 't.json')}
  FROM (SELECT r.kind, v.* FROM record r JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
        WHERE r.account = ? AND r.kind <> 'POSITION') e
  JOIN content t ON t.revision = e.id LEFT JOIN instrument n ON n.id = e.instrument`;

const STAGED = `SELECT ${COLUMNS('s', 's.instrument', 's.json')} FROM temp.staged s WHERE s.account_id = ? AND s.kind <> 'POSITION'`;

/** What counts in an account. */
export function readTraces(database: Database, account: number): Trace[] {
  return toTraces(database.rows(LIVE, account));
}

/** The last so many bookings of an account until a day. */
const LATEST = `
  SELECT v.kind, v.date, n.content, v.type, v.status, v.quantity, v.amount, v.currency, v.order_id, NULL, NULL
  FROM (SELECT r.kind, v.* FROM record r JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
        WHERE r.account = ?1 AND r.kind <> 'POSITION' AND v.date BETWEEN ?2 AND ?3 ORDER BY v.date DESC LIMIT ?4) v
  LEFT JOIN instrument n ON n.id = v.instrument`;

const LAST_DAY = `
  SELECT max(v.date) FROM record r JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
  WHERE r.account = ? AND r.kind <> 'POSITION'`;

/** The last day that an account tells of. */
export function lastDayOf(database: Database, account: number): string | undefined {
  return optionalText(database.row(LAST_DAY, account)?.[0]);
}

/** The last bookings of an account in a period, without their numbers. */
export function readLatestTraces(
  database: Database,
  account: number,
  { since = '', until, limit = -1 }: { since?: string; until: string; limit?: number },
): Trace[] {
  return toTraces(database.rows(LATEST, account, since, until, limit));
}

/** What an import that is under way tells of an account. */
export function readStagedTraces(database: Database, accountId: string): Trace[] {
  return toTraces(database.rows(STAGED, accountId));
}

function toTraces(rows: readonly Row[]): Trace[] {
  const instruments = new Map<string, string>();
  const keyOf = (json: string): string => {
    const known = instruments.get(json) ?? instrumentKey(parseStored<Instrument>(json));
    instruments.set(json, known);
    return known;
  };
  return rows.map(([kind, date, instrument, ...rest]) => {
    const [type, status, quantity, amount, currency, order, section, recordId] = rest.map(optionalText);
    const key = instrument === null ? undefined : keyOf(text(instrument));
    return {
      kind: text(kind),
      date: text(date),
      content: JSON.stringify([key, type, status, quantity, amount, currency].map((part) => part ?? '')),
      number: recordId === undefined ? order : JSON.stringify([section ?? '', recordId]),
    };
  });
}
