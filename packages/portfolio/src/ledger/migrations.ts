/**
 * The steps from an empty file to the ledger of this version. Steps that were released never change; a new one goes to the end.
 *
 * `import`, `record`, `revision`, `content` and `observation` only grow. What is true now follows from them: a record is live
 * while an import observes it that was not undone, and `current` names its best revision among those. The observation of the
 * later `generated_at` is better (one without is older than all), then what the institution's API says, then the one of more
 * rows, then the later import. So the order of imports decides only between statements that say neither when they were made nor
 * anything more or less complete, and between answers of an API, where the later one is right.
 * A record under an id that another import found to be none has no current revision where the same content is there under another id.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    imported_at TEXT NOT NULL,
    undone_at TEXT,
    institution TEXT NOT NULL,
    channel TEXT NOT NULL,
    connection_id TEXT,
    format TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    plugin_id TEXT NOT NULL,
    plugin_version TEXT NOT NULL,
    plugin_digest TEXT NOT NULL,
    generated_at TEXT,
    period_from TEXT,
    period_to TEXT,
    rows_total INTEGER NOT NULL,
    new INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    known INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX import_by_file ON import (file_sha256);

  CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    institution TEXT NOT NULL,
    account_id TEXT NOT NULL,
    UNIQUE (institution, account_id)
  ) STRICT;

  CREATE TABLE instrument (
    id INTEGER PRIMARY KEY,
    content TEXT NOT NULL UNIQUE
  ) STRICT;

  -- key: the id of the canonical record.
  CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES account,
    kind TEXT NOT NULL
  ) STRICT;
  CREATE INDEX record_by_account ON record (account);

  -- One text of a record, and what positions and sums need of it, so that they read no JSON (import/project-record.ts).
  CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    record INTEGER NOT NULL REFERENCES record,
    digest TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    date TEXT NOT NULL,
    at TEXT,
    instrument INTEGER REFERENCES instrument,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    quantity TEXT,
    price TEXT,
    amount TEXT,
    currency TEXT,
    order_id TEXT,
    charges TEXT,
    detail TEXT,
    UNIQUE (record, digest)
  ) STRICT;
  CREATE INDEX revision_by_digest ON revision (digest);

  CREATE TABLE content (
    revision INTEGER PRIMARY KEY REFERENCES revision,
    json TEXT NOT NULL
  ) STRICT;

  CREATE TABLE observation (
    record INTEGER NOT NULL REFERENCES record,
    import INTEGER NOT NULL REFERENCES import,
    revision INTEGER NOT NULL REFERENCES revision,
    row_count INTEGER NOT NULL,
    PRIMARY KEY (record, import)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX observation_by_import ON observation (import, record);

  -- Ids of records that an import found to stand for several bookings, so that they are no ids.
  CREATE TABLE shared_key (
    import INTEGER NOT NULL REFERENCES import,
    key TEXT NOT NULL,
    PRIMARY KEY (import, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE current (
    record INTEGER PRIMARY KEY REFERENCES record,
    revision INTEGER NOT NULL REFERENCES revision
  ) STRICT;

  -- What a statement says of an account: balances, names, period.
  CREATE TABLE account_statement (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import,
    account INTEGER NOT NULL REFERENCES account,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX account_statement_by_import ON account_statement (import);

  CREATE TABLE rate (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rate_by_import ON rate (import);

  -- kind: PROBLEM, UNCLASSIFIED or IGNORED.
  CREATE TABLE remark (
    id INTEGER PRIMARY KEY,
    import INTEGER NOT NULL REFERENCES import,
    kind TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX remark_by_import ON remark (import);

  -- Names that the user gave to the accounts of files that name none.
  CREATE TABLE named_account (
    institution TEXT NOT NULL,
    account_id TEXT NOT NULL,
    PRIMARY KEY (institution, account_id)
  ) STRICT, WITHOUT ROWID;

  -- What the user said of two records that may tell of one event; first < second.
  CREATE TABLE decision (
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (first, second)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Accounts that have taken over the records of an institution that were without an account number.
  CREATE TABLE adopted_account (
    institution TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    adopted_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Names that turned out to mean an account with a number. in_ids: the account has taken over the records of the name, and the ids
  -- of its records are made of it. is_alias: what names it from now on is of the account.
  CREATE TABLE account_name (
    institution TEXT NOT NULL,
    name TEXT NOT NULL,
    account_id TEXT NOT NULL,
    in_ids INTEGER NOT NULL,
    is_alias INTEGER NOT NULL,
    PRIMARY KEY (institution, name)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO account_name SELECT institution, 'default', account_id, 1, 0 FROM adopted_account;
  DROP TABLE adopted_account;

  -- Accounts of which the user says that they are two; first < second.
  CREATE TABLE distinct_account (
    institution TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    PRIMARY KEY (institution, first, second)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- How far the lists of a connection are stored, so that a ledger that is put back knows what came after it.
  CREATE TABLE sync_mark (
    connection_id TEXT NOT NULL,
    connected_at TEXT NOT NULL,
    list TEXT NOT NULL,
    done_until TEXT NOT NULL,
    PRIMARY KEY (connection_id, connected_at, list)
  ) STRICT, WITHOUT ROWID;
  `,
];
