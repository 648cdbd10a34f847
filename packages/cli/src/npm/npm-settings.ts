import { ProblemError } from '@bourse/core/interfaces';
import loadSettings from '@pnpm/npm-conf';
import findToken from 'registry-auth-token';
import { toAddress } from './address.js';

/** How npm is configured to reach registries: by its variables, and by .npmrc of user and machine. */
export interface NpmSettings {
  /** The registry of a package, with a slash at its end. @throws ProblemError REGISTRY_REFUSED */
  registryOf(packageName: string): URL;
  /** What proves to an address who asks; absent where nothing was configured for it. */
  authorizationFor(address: URL): string | undefined;
  /** Whether nothing may be fetched. */
  readonly isOffline: boolean;
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  /** Hosts that are reached without a proxy, with commas. */
  readonly noProxy: string | undefined;
  /** Certificates of authorities, in place of those that Node knows. */
  readonly authorities: readonly string[] | undefined;
}

/**
 * Reads the user's settings. Those of the working folder are left out: they would choose who is asked and, since npm puts
 * variables into them, be told what is in the user's environment.
 *
 * @throws ProblemError INPUT_UNREADABLE where a file of them cannot be understood: without it another registry might be asked
 */
export function readNpmSettings(): NpmSettings {
  const { config, warnings } = loadSettings({ global: true });
  const [warning] = warnings;
  if (warning === undefined) return toSettings(config.snapshot);
  throw new ProblemError({
    code: 'INPUT_UNREADABLE',
    message: `The settings of npm cannot be understood: ${warning}`,
    remedy: 'Mend the file, or set the variable that it names.',
  });
}

export function toSettings(values: Readonly<Record<string, unknown>>): NpmSettings {
  const text = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  // A proof that names no registry would be shown to any.
  const ofRegistries = Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      key.startsWith('//') && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  const { ca } = values;
  return {
    registryOf: (name) => {
      const scope = name.startsWith('@') ? text(`${name.slice(0, name.indexOf('/'))}:registry`) : undefined;
      const address = scope ?? text('registry') ?? 'https://registry.npmjs.org/';
      return toAddress(address.endsWith('/') ? address : `${address}/`);
    },
    authorizationFor: (address) => {
      const found = findToken(address.href, { recursive: true, npmrc: ofRegistries });
      return found === undefined ? undefined : `${found.type} ${found.token}`;
    },
    isOffline: values['offline'] === true,
    httpProxy: text('proxy'),
    httpsProxy: text('https-proxy') ?? text('proxy'),
    noProxy: text('noproxy'),
    authorities: Array.isArray(ca) ? ca.filter((each) => typeof each === 'string') : undefined,
  };
}
