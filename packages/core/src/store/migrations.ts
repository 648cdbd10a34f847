/**
 * The schema of host.db, one step for each version; a step that was released never changes.
 * Instants are texts in UTC, JSON values texts, sequences rise in the order of writing.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE plugin (
    id TEXT PRIMARY KEY,
    package_name TEXT NOT NULL,
    digest TEXT,
    enabled INTEGER NOT NULL DEFAULT 1,
    quarantine TEXT,
    revision INTEGER NOT NULL DEFAULT 1
  ) STRICT;

  CREATE TABLE approval (
    sequence INTEGER PRIMARY KEY,
    plugin_id TEXT NOT NULL REFERENCES plugin (id),
    digest TEXT NOT NULL,
    version TEXT NOT NULL,
    permissions TEXT NOT NULL,
    source TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    approved_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX approval_by_plugin ON approval (plugin_id, sequence);

  CREATE TABLE setting (plugin_id TEXT PRIMARY KEY, content TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT;

  CREATE TABLE transition (
    sequence INTEGER PRIMARY KEY,
    plugin_id TEXT NOT NULL,
    state_from TEXT NOT NULL,
    state_to TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    host INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX transition_by_plugin ON transition (plugin_id, sequence);

  CREATE TABLE crash (sequence INTEGER PRIMARY KEY, cell TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
  CREATE INDEX crash_by_cell ON crash (cell, at);

  CREATE TABLE health_status (
    sequence INTEGER PRIMARY KEY,
    plugin_id TEXT NOT NULL,
    at TEXT NOT NULL,
    healthy INTEGER NOT NULL,
    message TEXT NOT NULL,
    metrics TEXT NOT NULL
  ) STRICT;
  CREATE INDEX health_by_plugin ON health_status (plugin_id, sequence);

  CREATE TABLE health_threshold (
    plugin_id TEXT NOT NULL,
    metric TEXT NOT NULL,
    minimum REAL,
    maximum REAL,
    PRIMARY KEY (plugin_id, metric)
  ) STRICT;

  CREATE TABLE log_line (
    sequence INTEGER PRIMARY KEY,
    plugin_id TEXT NOT NULL,
    at TEXT NOT NULL,
    level TEXT NOT NULL,
    message TEXT NOT NULL,
    fields TEXT NOT NULL
  ) STRICT;
  CREATE INDEX log_by_plugin ON log_line (plugin_id, sequence);

  CREATE TABLE cache (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  `,
  `
  CREATE TABLE vault_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    protection TEXT NOT NULL,
    nonce BLOB NOT NULL,
    content BLOB NOT NULL
  ) STRICT;

  CREATE TABLE vault_secret (
    connection TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    expires_at TEXT,
    nonce BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (connection, name)
  ) STRICT;

  CREATE TABLE counter (connection TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE connection (
    id TEXT PRIMARY KEY,
    plugin_id TEXT NOT NULL,
    name TEXT NOT NULL,
    environment TEXT NOT NULL,
    origins TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE sync_state (
    connection_id TEXT NOT NULL,
    list TEXT NOT NULL,
    done_until TEXT NOT NULL,
    synced_at TEXT NOT NULL,
    PRIMARY KEY (connection_id, list)
  ) STRICT;

  CREATE TABLE lease (name TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE rate (key TEXT PRIMARY KEY, content TEXT NOT NULL, paused_until INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE plugin_value (
    plugin_id TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (plugin_id, connection_id, key)
  ) STRICT;
  `,
  `
  ALTER TABLE approval ADD COLUMN declined TEXT NOT NULL DEFAULT '[]';

  -- A login that was refused: it is not tried again by itself with the credentials that it was tried with.
  CREATE TABLE refused_login (
    connection_id TEXT PRIMARY KEY,
    credentials TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE audit_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    file INTEGER NOT NULL,
    size INTEGER NOT NULL,
    synced INTEGER NOT NULL,
    seal TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE development (plugin_id TEXT PRIMARY KEY, former TEXT) STRICT;
  `,
  `
  -- The process of the holder, so that a lease ends with it.
  ALTER TABLE lease ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE lease ADD COLUMN pid INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE lease ADD COLUMN machine TEXT NOT NULL DEFAULT '';
  ALTER TABLE lease ADD COLUMN start TEXT NOT NULL DEFAULT '';
  `,
  `
  -- Where a package was fetched from that was added by its name.
  CREATE TABLE package_origin (
    plugin_id TEXT PRIMARY KEY,
    registry TEXT NOT NULL,
    name TEXT NOT NULL,
    wanted TEXT NOT NULL,
    version TEXT NOT NULL,
    integrity TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- What the user named when he added a package by its folder or archive.
  CREATE TABLE package_path (plugin_id TEXT PRIMARY KEY, path TEXT NOT NULL) STRICT;
  `,
  `
  -- Programs on this machine that the user trusts by their certificates, by the loopback origins of the manifest.
  ALTER TABLE connection ADD COLUMN programs TEXT NOT NULL DEFAULT '{}';
  `,
  `
  -- The user went back behind it; it serves again only under an approval of its own.
  ALTER TABLE approval ADD COLUMN left_behind INTEGER NOT NULL DEFAULT 0;
  `,
];
