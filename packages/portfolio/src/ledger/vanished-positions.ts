import type { Entry } from '../entries/entry.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { integer, text } from './cells.js';
import type { Database, Row } from './database.js';

/** Lists of holdings, by connection; the last of each is whole where nothing in it was left out. */
const LISTS = `
  SELECT max(i.id) AS id, i.institution, i.connection_id FROM import i
  WHERE i.channel = 'API' AND i.undone_at IS NULL AND i.file_name = i.connection_id || ' positions'
  GROUP BY i.institution, i.connection_id`;

/** What each list told to be held, of each instrument the last time. */
const TOLD = `
  SELECT r.account, v.instrument, v.currency, r.key, max(o.import), l.id, n.imported_at, l.connection_id
  FROM (${LISTS}) l JOIN import n ON n.id = l.id
  JOIN import i ON i.institution = l.institution AND i.connection_id = l.connection_id
    AND i.file_name = n.file_name AND i.channel = 'API' AND i.undone_at IS NULL
  CROSS JOIN observation o ON o.import = i.id
  CROSS JOIN record r ON r.id = o.record AND r.kind = 'POSITION'
  CROSS JOIN revision v ON v.id = o.revision
  WHERE NOT EXISTS (SELECT 1 FROM remark m WHERE m.import = l.id AND m.kind IN ('PROBLEM', 'UNCLASSIFIED'))
  GROUP BY l.id, r.account, v.instrument`;

/** The accounts that each connection told of last. */
const ACCOUNTS = `
  SELECT i.connection_id, s.account FROM account_statement s JOIN import i ON i.id = s.import
  WHERE i.id IN (
    SELECT max(id) FROM import
    WHERE channel = 'API' AND undone_at IS NULL AND file_name = connection_id || ' accounts'
    GROUP BY institution, connection_id
  )`;

/** A holding that a list told of. */
interface Told {
  readonly connectionId: string;
  readonly account: number;
  readonly instrument: number;
  readonly currency: string;
  readonly recordId: string;
  /** Whether the last list of the connection told of it. */
  readonly isLast: boolean;
  /** The last list. */
  readonly list: number;
  /** When the last list came, in UTC without the `Z`. */
  readonly at: string;
}

/**
 * That nothing is held of what a list of holdings told of before and its last one does not. The institution says so by silence alone;
 * where nobody knows the sale, the holding would otherwise stay for ever. Of an account that the connection tells of no more it says nothing.
 */
export function findVanishedPositions(
  database: Database,
  known: Pick<LedgerData, 'entries' | 'instruments'>,
): Entry[] {
  const told = database.rows(TOLD).map(toTold);
  if (told.every(({ isLast }) => isLast)) return [];
  const isToldOf = readAccountsTold(database, known.entries);
  const index = new InstrumentIndex(known);
  const keyOf = ({ account, instrument, list }: Told): string => {
    const found = index.get(instrument);
    return JSON.stringify([list, account, found === undefined ? instrument : index.keyOf(account, found)]);
  };
  const last = new Set(told.filter(({ isLast }) => isLast).map(keyOf));
  const gone = new Map(
    told.filter((each) => isToldOf(each) && !last.has(keyOf(each))).map((each) => [keyOf(each), each]),
  );
  return [...gone.values()].map(toEntry);
}

/** Whether the connection still tells of the account, and something of it is asked for. */
function readAccountsTold(database: Database, entries: readonly Entry[]): (told: Told) => boolean {
  const asked = new Set(entries.map(({ account }) => account));
  const byConnection = Map.groupBy(database.rows(ACCOUNTS), (row) => text(row[0]));
  const accounts = new Map(
    [...byConnection].map(([id, rows]) => [id, new Set(rows.map((row) => integer(row[1])))]),
  );
  return ({ account, connectionId }) =>
    asked.has(account) && (accounts.get(connectionId)?.has(account) ?? true);
}

function toTold(row: Row): Told {
  return {
    connectionId: text(row[7]),
    account: integer(row[0]),
    instrument: integer(row[1]),
    currency: text(row[2]),
    recordId: text(row[3]),
    isLast: integer(row[4]) === integer(row[5]),
    list: integer(row[5]),
    at: text(row[6]).slice(0, -'Z'.length),
  };
}

function toEntry({ account, instrument, currency, recordId, at }: Told): Entry {
  return {
    id: recordId,
    account,
    kind: 'POSITION',
    date: at.slice(0, 'YYYY-MM-DD'.length),
    at,
    instrument,
    type: 'POSITION',
    status: 'BOOKED',
    quantity: '0',
    price: undefined,
    amount: undefined,
    currency,
    orderId: undefined,
    charges: undefined,
    detail: { costBasis: { amount: '0', currency } },
  };
}
