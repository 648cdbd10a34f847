import { resolve } from 'node:path';
import type { Environment } from '../environment.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly plugins?: readonly string[];
  readonly verbose?: boolean;
  readonly profile?: string;
}

/** The environment as the options of the command line change it. */
export function applyGlobalOptions(environment: Environment, options: GlobalOptions): Environment {
  return {
    ...environment,
    namedFolders: (options.plugins ?? []).map((folder) => resolve(environment.userFolder, folder)),
    profiledPlugin: options.profile,
    logLevel: environment.logLevel ?? (options.verbose === true ? 'info' : undefined),
  };
}
