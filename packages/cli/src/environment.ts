import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { systemPluginFolder } from '@bourse/core';
import { LOG_LEVELS, type LogLevel } from '@bourse/core/interfaces';

/** What the variables of the environment say. */
export interface Environment {
  /** The folder that the user is in; npm runs scripts in another one. */
  readonly userFolder: string;
  /** The data folder. */
  readonly home: string;
  /** Folders of plugins, from BOURSE_PLUGINS. */
  readonly pluginFolders: readonly string[];
  /** The folder of plugins for all users of the machine. */
  readonly systemFolder: string;
  /** Further folders of plugins, which the user named for this command, so that they have to be there. */
  readonly namedFolders: readonly string[];
  /** A JSON list of digests that a release approves, from BOURSE_APPROVED_DIGESTS. */
  readonly approvedDigestsFile: string | undefined;
  /** The least level of log lines that are written; absent where none are. */
  readonly logLevel: LogLevel | undefined;
  /** What the user types to run this program, from BOURSE_COMMAND. */
  readonly command: string;
  /** Credentials as JSON, from BOURSE_CREDENTIALS. */
  readonly credentials: string | undefined;
  /** The passphrase of the vault, from BOURSE_PASSPHRASE. */
  readonly passphrase: string | undefined;
  /** Whether the keychain of the system may be used; not with BOURSE_KEYCHAIN=off. */
  readonly usesKeychain: boolean;
  /** The plugin whose cells are profiled during this command; absent: none. */
  readonly profiledPlugin: string | undefined;
  /** Whether failures show their stack. */
  readonly isDebug: boolean;
}

export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  workingFolder: string,
): Environment {
  const userFolder = given(variables['INIT_CWD']) ?? workingFolder;
  const digests = given(variables['BOURSE_APPROVED_DIGESTS']);
  return {
    userFolder,
    home: resolve(userFolder, given(variables['BOURSE_HOME']) ?? join(homedir(), '.bourse')),
    pluginFolders: (variables['BOURSE_PLUGINS'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => resolve(userFolder, folder)),
    systemFolder: systemPluginFolder(process.platform, variables),
    namedFolders: [],
    approvedDigestsFile: digests === undefined ? undefined : resolve(userFolder, digests),
    logLevel: readLogLevel(given(variables['BOURSE_LOG'])),
    command: given(variables['BOURSE_COMMAND']) ?? 'bourse',
    credentials: given(variables['BOURSE_CREDENTIALS']),
    passphrase: given(variables['BOURSE_PASSPHRASE']),
    usesKeychain: variables['BOURSE_KEYCHAIN'] !== 'off',
    profiledPlugin: undefined,
    isDebug: given(variables['BOURSE_DEBUG']) !== undefined,
  };
}

/** BOURSE_LOG names a level; any other value means all that is worth knowing. */
function readLogLevel(text: string | undefined): LogLevel | undefined {
  return text === undefined ? undefined : (LOG_LEVELS.find((level) => level === text) ?? 'info');
}

/** A variable that is empty is one that is not set. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
