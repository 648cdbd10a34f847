import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ENVIRONMENT, runCommand } from '../../copy-test/place/command.ts';
import { INSTALL_OPTIONS } from '../../copy-test/place/installed-bourse.ts';
import { packPackages } from '../../copy-test/place/packed-packages.ts';
import { Registry } from './registry.ts';

/** Where somebody sits who has no clone of the repository: an empty folder, and npm as it finds our packages. */
export interface ReaderPlace extends AsyncDisposable {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the reader's installation of Bourse is. */
  readonly installed: string;
}

/** Packs the working tree as it is built, and offers it as if it had been published. */
export async function openReaderPlace(): Promise<ReaderPlace> {
  const base = mkdtempSync(join(tmpdir(), 'bourse-tutorial-'));
  const [folder, prefix] = [join(base, 'reader'), join(base, 'global')];
  mkdirSync(folder);
  const { forAuthors, forUsers, forCreators } = await packPackages(join(base, 'packages'));
  const registry = await Registry.start([...new Set([...forAuthors, ...forUsers])]);
  const environment = {
    PATH: [join(prefix, 'bin'), ENVIRONMENT.PATH].join(delimiter),
    BOURSE_HOME: join(base, 'home'),
    NPM_CONFIG_PREFIX: prefix,
    NPM_CONFIG_USERCONFIG: writeUserConfig(join(base, 'npmrc'), registry.url),
    NPM_CONFIG_PREFER_OFFLINE: 'true',
    NPM_CONFIG_AUDIT: 'false',
    NPM_CONFIG_FUND: 'false',
  };
  // npm fetches `create-bourse-plugin` from the registry of all packages, where ours is not yet.
  const create = forCreators.filter((tarball) => !forAuthors.includes(tarball));
  await runCommand('npm', ['install', '--global', ...INSTALL_OPTIONS, ...create], {
    cwd: folder,
    environment,
  });
  return {
    folder,
    environment,
    installed: join(prefix, 'lib', 'node_modules', '@bourse'),
    [Symbol.asyncDispose]: async () => {
      await registry[Symbol.asyncDispose]();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

/** The settings of the machine's user, and where our packages are. */
function writeUserConfig(path: string, registry: string): string {
  const own = process.env.NPM_CONFIG_USERCONFIG ?? join(homedir(), '.npmrc');
  const settings = existsSync(own) ? readFileSync(own, 'utf8') : '';
  writeFileSync(path, `${settings}\n@bourse:registry=${registry}\n`, { mode: 0o600 });
  return path;
}
