import type { SQLOutputValue } from 'node:sqlite';
import type { Account, FxRate, Instrument, RecordKind } from '@bourse/core/interfaces';
import type { Entry, EntryDetail } from '../entries/entry.js';
import type { AccountEntry, AccountStatement, LedgerData, PrintedRate } from '../entries/ledger-data.js';
import { integer, optionalInteger, optionalText, text } from './cells.js';
import type { Database, Row } from './database.js';
import { readDuplicates } from './duplicate-store.js';
import { findOutdatedAnnouncements } from './outdated-announcements.js';
import { parseStored } from './parse-stored.js';
import { findVanishedPositions } from './vanished-positions.js';
import { readSimilarAccounts } from './similar-accounts.js';

const ENTRIES = `
  SELECT r.key, r.account, r.kind, v.date, v.at, v.instrument, v.type, v.status, v.quantity, v.price, v.amount, v.currency,
    v.order_id, v.charges, v.detail
  FROM current c JOIN record r ON r.id = c.record JOIN revision v ON v.id = c.revision`;

/** Those of some accounts, given as a JSON list of names as in `Acme/123`. */
const ENTRIES_OF_ACCOUNTS = `${ENTRIES}
  WHERE r.account IN (
    SELECT a.id FROM account a WHERE a.institution || '/' || a.account_id IN (SELECT value FROM json_each(?))
  )`;

const STATEMENTS = `
  SELECT s.account, s.content, i.generated_at, i.period_to
  FROM account_statement s JOIN import i ON i.id = s.import WHERE i.undone_at IS NULL ORDER BY i.id, s.id`;

const RATES = `
  SELECT t.content, i.period_to, i.generated_at, i.institution
  FROM rate t JOIN import i ON i.id = t.import WHERE i.undone_at IS NULL ORDER BY i.id, t.id`;

/** What many entries say alike, so that it is held once; that saves a quarter of the memory of all entries. */
interface Shared {
  /** Days, currencies and the words of the contract. */
  readonly words: Map<string, string>;
  /** By their JSON. */
  readonly details: Map<string, EntryDetail>;
}

const NO_DETAIL: EntryDetail = {};

/** Details up to this length repeat themselves, such as what a trade does to its position; others are mostly one of a kind. */
const SHARED_LENGTH = 40;

/** Length of a calendar date at the start of an instant. */
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Reads one state of the ledger; where accounts are named, with the records of those alone. */
export function readLedgerData(database: Database, accounts?: readonly string[]): LedgerData {
  return database.deferred(() => {
    const duplicates = readDuplicates(database);
    const heldBack = new Set(duplicates.map((duplicate) => duplicate.heldBack));
    const instruments = readInstruments(database);
    const told = withoutOutdated(database, readEntries(database, accounts));
    const vanished = findVanishedPositions(database, { entries: told, instruments });
    const entries = vanished.length === 0 ? told : [...told, ...vanished];
    return {
      accounts: readAccounts(database),
      instruments,
      entries: heldBack.size === 0 ? entries : entries.filter(({ id }) => !heldBack.has(id)),
      rates: database.rows(RATES).flatMap(toRate),
      duplicates,
      heldBack: heldBack.size === 0 ? [] : entries.filter(({ id }) => heldBack.has(id)),
      similarAccounts: readSimilarAccounts(database),
    };
  });
}

function withoutOutdated(database: Database, entries: Entry[]): Entry[] {
  const outdated = findOutdatedAnnouncements(database, entries);
  return outdated.size === 0 ? entries : entries.filter(({ id }) => !outdated.has(id));
}

/** One by one: all rows at once would take as much memory as the entries. */
function readEntries(database: Database, accounts: readonly string[] | undefined): Entry[] {
  const shared: Shared = { words: new Map(), details: new Map() };
  const entries: Entry[] = [];
  const rows =
    accounts === undefined
      ? database.iterate(ENTRIES)
      : database.iterate(ENTRIES_OF_ACCOUNTS, JSON.stringify(accounts));
  for (const row of rows) entries.push(toEntry(row, shared));
  return entries;
}

function toEntry(row: Row, shared: Shared): Entry {
  return {
    id: text(row[0]),
    account: integer(row[1]),
    kind: shareWord(row[2], shared) as RecordKind,
    date: shareWord(row[3], shared),
    at: optionalText(row[4]),
    instrument: optionalInteger(row[5]),
    type: shareWord(row[6], shared),
    status: shareWord(row[7], shared),
    quantity: optionalText(row[8]),
    price: optionalText(row[9]),
    amount: optionalText(row[10]),
    currency: row[11] === null ? undefined : shareWord(row[11], shared),
    orderId: optionalText(row[12]),
    charges: optionalText(row[13]),
    detail: toDetail(optionalText(row[14]), shared),
  };
}

function shareWord(value: SQLOutputValue | undefined, { words }: Shared): string {
  const word = text(value);
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, word);
  return word;
}

function toDetail(json: string | undefined, { details }: Shared): EntryDetail {
  if (json === undefined) return NO_DETAIL;
  const known = details.get(json);
  if (known !== undefined) return known;
  const detail = parseStored<EntryDetail>(json);
  if (json.length <= SHARED_LENGTH) details.set(json, detail);
  return detail;
}

function readAccounts(database: Database): Map<number, AccountEntry> {
  const statements = Map.groupBy(database.rows(STATEMENTS), (row) => integer(row[0]));
  const accounts = database.rows(
    'SELECT id, institution, account_id FROM account ORDER BY institution, account_id',
  );
  return new Map(
    accounts.map((row) => {
      const key = integer(row[0]);
      return [
        key,
        {
          key,
          institution: text(row[1]),
          accountId: text(row[2]),
          statements: (statements.get(key) ?? []).map(toStatement),
        },
      ];
    }),
  );
}

function toStatement(row: Row): AccountStatement {
  const account = parseStored<Account>(text(row[1]));
  const generatedAt = optionalText(row[2]);
  const date = account.asOf ?? account.period?.to ?? optionalText(row[3]) ?? generatedAt;
  return { account, date: date?.slice(0, DATE_LENGTH), generatedAt };
}

function readInstruments(database: Database): Map<number, Instrument> {
  return new Map(
    database
      .rows('SELECT id, content FROM instrument')
      .map((row) => [integer(row[0]), parseStored<Instrument>(text(row[1]))]),
  );
}

/** A rate without a date is one of the last day that its statement tells of. */
function toRate(row: Row): PrintedRate[] {
  const rate = parseStored<FxRate>(text(row[0]));
  const date = rate.date ?? optionalText(row[1]) ?? optionalText(row[2])?.slice(0, DATE_LENGTH);
  return date === undefined ? [] : [{ ...rate, date, institution: text(row[3]) }];
}
