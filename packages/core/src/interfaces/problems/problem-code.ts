import type { Retry } from './retry.js';

/** What the registry says about one code. */
export interface ProblemCodeEntry {
  readonly retry: Retry;
  /** What has happened, for the documentation. */
  readonly meaning: string;
  /** What to do, where a problem does not say it better. */
  readonly remedy?: string;
}

const entry = (retry: Retry, meaning: string, remedy?: string): ProblemCodeEntry =>
  remedy === undefined ? { retry, meaning } : { retry, meaning, remedy };

/** Every code that a problem or a finding can have. Codes never change their meaning and are never used again. */
export const PROBLEM_CODES = {
  // What an institution answers.
  AUTH_INVALID: entry(
    'never',
    'The institution refused the credentials.',
    'Check user name, password or key; the login is not tried again by itself.',
  ),
  AUTH_SECOND_FACTOR_REQUIRED: entry(
    'never',
    'The institution asks for a second factor.',
    'Give the code and go on with the login.',
  ),
  AUTH_CAPTCHA: entry(
    'never',
    'The institution asks for a captcha.',
    'Log in once in a browser, then try again.',
  ),
  AUTH_LOCKED: entry('never', 'The institution has locked the account.', 'Unlock it with the institution.'),
  AUTH_EXPIRED: entry('safe', 'The session or token has expired.', 'Log in again.'),
  PERMISSION_DENIED: entry(
    'never',
    'This is not allowed.',
    'See what the plugin may do with "bourse plugins info"; "bourse plugins approve" asks again for what was left out.',
  ),
  RATE_LIMITED: entry('safe', 'Too many requests.', 'Wait and try again.'),
  MAINTENANCE: entry('safe', 'The institution is closed for maintenance.', 'Try again later.'),
  NOT_FOUND: entry('never', 'The thing asked for does not exist.'),
  INVALID_REQUEST: entry('never', 'The request cannot be carried out as it stands.'),
  INSUFFICIENT_FUNDS: entry('never', 'There is not enough money or stock.'),
  OUTCOME_UNKNOWN: entry(
    'unknown-outcome',
    'It is not known whether the command was carried out.',
    'Look it up before you do it again.',
  ),
  UNAVAILABLE: entry('safe', 'The institution did not answer.', 'Try again later.'),
  MALFORMED_RESPONSE: entry(
    'never',
    'An answer does not have the form that it must have.',
    'Try again later; if it stays so, look for an update of the plugin, or report it to its author.',
  ),

  // What a file says.
  UNSUPPORTED_FORMAT: entry(
    'never',
    'No plugin reads this file.',
    'See "bourse plugins" for the formats that can be read.',
  ),
  AMBIGUOUS_FORMAT: entry(
    'never',
    'More than one plugin reads files like this one.',
    'Name one with --plugin.',
  ),
  INPUT_TOO_LARGE: entry('never', 'The input is larger than its reader takes.', 'Export a shorter period.'),
  INPUT_UNREADABLE: entry('never', 'The file cannot be opened or read.', 'Check path and permissions.'),
  ROW_MALFORMED: entry(
    'never',
    'A row cannot be read.',
    'Compare the row with the original at the institution.',
  ),
  ROWS_UNACCOUNTED: entry(
    'never',
    'The reader lost rows of the file.',
    'Report it to the author of the plugin.',
  ),
  IDENTITY_BROKEN: entry(
    'never',
    'The numbers of a record contradict each other; the booked money was kept.',
    'Compare the record with the original at the institution.',
  ),
  AMBIGUOUS_TIME: entry('never', 'A local time exists twice or never; only the date was kept.'),
  BALANCE_MISMATCH: entry(
    'never',
    'Balances and movements do not add up.',
    'Check whether rows are missing in the file.',
  ),
  IDENTIFIER_INVALID: entry(
    'never',
    'An identifier fails its check digit and was left out.',
    'Nothing else of the record is lost; compare it with the original at the institution.',
  ),
  POSSIBLE_DUPLICATE: entry(
    'never',
    'Two channels may tell of the same event; it is counted once.',
    'Decide whether both are real.',
  ),
  HISTORY_INCOMPLETE: entry(
    'never',
    'More was sold than is known to have been held.',
    'Import the earlier history.',
  ),

  // What is wrong with a plugin before it runs.
  MANIFEST_MISSING: entry(
    'never',
    'There is no manifest where one must be.',
    'Build the plugin with "bourse-plugin build".',
  ),
  MANIFEST_UNREADABLE: entry('never', 'The manifest is no JSON text.', 'Mend the file.'),
  MANIFEST_TOO_LARGE: entry('never', 'The manifest is larger than 256 KiB.', 'Shorten it.'),
  MANIFEST_INVALID: entry(
    'never',
    'A field of the manifest is missing or wrong.',
    'See the fields in docs/manifest.md of Bourse.',
  ),
  MANIFEST_FIELD_UNKNOWN: entry(
    'never',
    'The manifest has a field that the contract does not know.',
    'Check the spelling.',
  ),
  MANIFEST_TYPE_MISSING: entry(
    'never',
    'The manifest names a category in place of a type.',
    'Add the field "type".',
  ),
  PLUGIN_ID_INVALID: entry(
    'never',
    'The id of the plugin is not its package name without prefix.',
    'Make both agree.',
  ),
  PLUGIN_ID_CLASH: entry('never', 'Two sources offer a plugin of the same id.', 'Remove one of them.'),
  PLUGIN_LOOKALIKE: entry(
    'never',
    'The id of the plugin is easily mistaken for that of another.',
    'Make sure that it is the one you mean.',
  ),
  TEXT_DECEPTIVE: entry(
    'never',
    'A text is not what it looks like: hidden characters, or letters that pass for others.',
    'Write it in plain letters of one script.',
  ),
  PLUGIN_NOT_RUNNABLE: entry('never', 'The plugin is written for another host and cannot run here.'),
  TYPE_NOT_YET_SERVED: entry(
    'never',
    'No contract version of this host serves plugins of this type.',
    'Look for a version of Bourse whose contract serves them.',
  ),
  SERVICE_UNKNOWN: entry('never', 'The manifest names a service that the contract does not know.'),
  API_INCOMPATIBLE: entry(
    'never',
    'Plugin and host have no contract version in common.',
    'Update the older of the two.',
  ),
  PERMISSION_NOT_YET_SERVED: entry(
    'never',
    'The plugin asks for something that this contract version does not serve; it runs without.',
  ),
  VERSION_INVALID: entry(
    'never',
    'A version or range is not semver.',
    'Write it as in 1.2.3 or >=1.0.0 <2.0.0.',
  ),
  OS_UNSUPPORTED: entry(
    'never',
    'The plugin does not run on this operating system.',
    'Use the plugin on a system that its manifest names.',
  ),
  NODE_UNSUPPORTED: entry(
    'never',
    'The plugin asks for another version of Node.',
    'Look for a version of the plugin that runs on this Node.',
  ),
  ENTRY_OUTSIDE_PACKAGE: entry(
    'never',
    'A path of the manifest leads out of the package.',
    'Use plain relative paths below the package.',
  ),
  ENTRY_MISSING: entry(
    'never',
    'A file that the manifest names is missing.',
    'Build the plugin with "bourse-plugin build".',
  ),
  FILE_IS_LINK: entry('never', 'A file of the plugin is a link.', 'Replace it by the file itself.'),
  FILE_TOO_LARGE: entry(
    'never',
    'A file of the plugin is too large.',
    'Leave out what the plugin does not need.',
  ),
  DIGEST_MISMATCH: entry(
    'never',
    'A file is not the one that the manifest names.',
    'Build or install the plugin again.',
  ),
  SYNTAX_INVALID: entry('never', 'The script cannot be parsed.', 'Build the plugin again.'),
  SYNTAX_REFUSED: entry(
    'never',
    'The script uses what a cell refuses.',
    'Build the plugin with "bourse-plugin build".',
  ),
  SYNTAX_SUSPICIOUS: entry('never', 'The script uses what has no effect in a cell.'),
  SECRET_IN_SETTINGS: entry('never', 'A setting looks like a secret.', 'Declare it under "credentials".'),
  SETTINGS_SCHEMA_INVALID: entry('never', 'The schema of the settings uses more than the closed subset.'),
  LIFECYCLE_SCRIPT_REFUSED: entry(
    'never',
    'The package has install scripts, a bin or runtime dependencies.',
    'Bundle what the plugin needs.',
  ),
  ARCHIVE_INVALID: entry(
    'never',
    'The archive is no npm package, or an entry leads out of it.',
    'Do not use it; a package that "npm pack" made is none of these.',
  ),
  PACKAGE_NOT_FOUND: entry(
    'never',
    'The registry has no package of this name, or none of this version.',
    'Check name and version.',
  ),
  REGISTRY_UNAVAILABLE: entry(
    'safe',
    'The registry of packages did not answer.',
    'Check the network and what "npm config get registry" says; a folder or a .tgz can be added without.',
  ),
  REGISTRY_REFUSED: entry(
    'never',
    'The address of a registry or of a package is neither https nor of this machine.',
    'Check what "npm config get registry" says.',
  ),
  INTEGRITY_MISMATCH: entry(
    'never',
    'What a registry sent is not what it had announced.',
    'Do not use it; try again, and tell the registry if it stays so.',
  ),
  DEPENDENCY_MISSING: entry('never', 'A plugin that this one depends on is not installed.', 'Install it.'),
  DEPENDENCY_CONFLICT: entry(
    'never',
    'A plugin that this one depends on has another version.',
    'Update one of them.',
  ),
  DEPENDENCY_CYCLE: entry('never', 'Plugins depend on each other in a circle.'),

  // What the host says about a plugin.
  PLUGIN_UNKNOWN: entry('never', 'There is no plugin of this name.', 'See "bourse plugins".'),
  PLUGIN_NOT_APPROVED: entry(
    'never',
    'The plugin has not been approved.',
    'Approve it with "bourse plugins approve".',
  ),
  PLUGIN_DISABLED: entry('never', 'The plugin is disabled.', 'Enable it with "bourse plugins enable".'),
  PLUGIN_QUARANTINED: entry(
    'never',
    'The plugin crashed three times in five minutes and is not started any more.',
    'Look at "bourse plugins history", then "bourse plugins enable".',
  ),
  PLUGIN_FAILED: entry('never', 'The plugin failed.', 'Look at "bourse plugins logs".'),
  PLUGIN_DEFINITION_INVALID: entry(
    'never',
    'The script does not export a plugin definition.',
    'Export the result of defineBroker as default.',
  ),
  SERVICE_NOT_OFFERED: entry(
    'never',
    'The plugin does not offer this service.',
    'See what plugins offer: "bourse plugins".',
  ),
  TRANSITION_REFUSED: entry('never', 'The plugin cannot go from its state to the one asked for.'),
  NO_EARLIER_VERSION: entry(
    'never',
    'There is no earlier approved version to go back to.',
    'Add the package of the version that you want with "bourse plugins add".',
  ),
  UPDATE_WAITS: entry(
    'never',
    'An update asks for more than was granted; the old version keeps serving.',
    'Look at the difference and approve it.',
  ),
  SETTINGS_INVALID: entry(
    'never',
    'A setting does not fit the schema of the plugin.',
    'See what can be set with "bourse plugins config".',
  ),
  SETTINGS_REFUSED: entry(
    'never',
    'The plugin refused the settings; the old ones hold.',
    'Set something else; "bourse plugins config" says what each setting means.',
  ),
  CALL_TIMEOUT: entry(
    'safe',
    'The plugin did not answer in time.',
    'Try again; if it stays so, look for an update of the plugin.',
  ),
  CALL_CANCELED: entry('safe', 'The call was canceled.'),
  CELL_START_FAILED: entry(
    'safe',
    'The process of the plugin did not start.',
    'Try again; "bourse doctor" looks for what is in the way.',
  ),
  CELL_CRASHED: entry(
    'safe',
    'The process of the plugin ended unexpectedly.',
    'Try again; "bourse plugins history" names the evidence, for the author of the plugin.',
  ),
  CELL_UNRESPONSIVE: entry(
    'safe',
    'The plugin was stopped because it did not answer.',
    'Try again; "bourse plugins history" names the evidence, for the author of the plugin.',
  ),
  CELL_OUT_OF_MEMORY: entry(
    'never',
    'The plugin was stopped because it used too much memory.',
    'Give it less at once, such as the file of a shorter time; else look for an update of the plugin.',
  ),
  CELL_CPU_EXCEEDED: entry(
    'safe',
    'The plugin was stopped because it computed without having been asked.',
    'Look for an update of the plugin, or tell its author.',
  ),
  CELL_PROTOCOL_VIOLATION: entry(
    'never',
    'The plugin was stopped because it broke the protocol.',
    'Do not use this plugin.',
  ),
  CELL_BACKING_OFF: entry(
    'safe',
    'The plugin crashed a moment ago and is not started yet.',
    'Try again a little later.',
  ),

  // What the host says about requests to institutions.
  NETWORK_REFUSED: entry(
    'never',
    'The host did not let a request of the plugin through.',
    'Report it to the author of the plugin.',
  ),
  CERTIFICATE_INVALID: entry(
    'never',
    'Who answered could not prove to be the institution.',
    'Check the clock of this machine, and whether something stands between it and the internet.',
  ),
  ANSWER_TOO_LARGE: entry('never', 'An answer is larger than the host takes.', 'Ask for a shorter period.'),

  // What the host says about connections.
  CONNECTION_UNKNOWN: entry('never', 'There is no connection of this name.', 'See "bourse connections".'),
  CONNECTION_BUSY: entry(
    'safe',
    'Another host is working with the connection.',
    'Wait until it is done; nothing is lost.',
  ),

  // What the host says about credentials.
  CREDENTIAL_MISSING: entry(
    'never',
    'A credential that a request needs has not been given.',
    'Give it with "bourse connect".',
  ),
  CREDENTIAL_INVALID: entry(
    'never',
    'A credential does not have the form that its use needs.',
    'Copy it again from the institution and give it with "bourse connect".',
  ),
  VAULT_LOCKED: entry(
    'never',
    'The credentials cannot be decrypted: their key is not there or not the right one.',
  ),
  VAULT_DAMAGED: entry(
    'never',
    'What the vault holds was changed or damaged.',
    'Forget the connection and connect it again.',
  ),

  AUDIT_UNAVAILABLE: entry(
    'safe',
    'The audit log cannot be written, so nothing is sent.',
    'Check the data folder, its permissions and free space.',
  ),

  STORAGE_FULL: entry(
    'never',
    'The plugin has used up the storage that its manifest asks for.',
    'Report it to the author of the plugin.',
  ),

  // What the host says about itself.
  HOST_DATABASE_UNAVAILABLE: entry(
    'safe',
    'The data of the host cannot be opened or written.',
    'Check the folder, its permissions and free space.',
  ),
  LEDGER_UNAVAILABLE: entry(
    'safe',
    'The ledger cannot be opened or written.',
    'Check the folder, its permissions and free space.',
  ),
  LEDGER_TOO_NEW: entry('never', 'The ledger was written by a newer version.', 'Update Bourse.'),
  IMPORT_UNKNOWN: entry('never', 'There is no import of this id.', 'See "bourse import --list".'),
  RATE_MISSING: entry(
    'never',
    'There is no exchange rate, so an amount is left out of the total.',
    'Import a statement that tells the rate, or add up in another currency with --base.',
  ),
  EVIDENCE_INVALID: entry(
    'never',
    'This is no evidence bundle.',
    'Name one of the bundles that "bourse plugins history" lists.',
  ),
  CASSETTE_INVALID: entry('never', 'This is no cassette of this version.', 'Record it again.'),
  CASSETTE_MISMATCH: entry(
    'never',
    'The plugin asks for something else than when the cassette was recorded.',
    'Record it again if that is meant.',
  ),
  USAGE: entry('never', 'The command line cannot be understood.', 'Try --help.'),
  INTERNAL_ERROR: entry('unknown-outcome', 'The host failed; this is a defect of Bourse.', 'Report it.'),
} as const satisfies Record<string, ProblemCodeEntry>;

/** The code of a problem: a key of `PROBLEM_CODES`. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Tells whether `text` is a code of the registry. */
export function isProblemCode(text: unknown): text is ProblemCode {
  return typeof text === 'string' && Object.hasOwn(PROBLEM_CODES, text);
}
