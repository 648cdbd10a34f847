import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../copy-test/place/command.ts';

/** What somebody has installed, and what he sees with it. */
export interface Sight {
  /** Versions by package: what npm has installed, and the plugin that serves. */
  readonly versions: Readonly<Record<string, string>>;
  /** The portfolio as it is printed. */
  readonly portfolio: string;
}

/** What a user imports, and by which plugin. */
export interface Job {
  /** Name of the package of the plugin. */
  readonly plugin: string;
  readonly id: string;
  /** A statement for demonstration. */
  readonly statement: string;
}

const COMMAND = '@bourse/cli';

/** Somebody with an empty folder, who knows the names of the packages alone. */
export class User {
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #job: Job;

  /** @param registry That of our packages; all others come from where npm has them */
  constructor(folder: string, registry: string, job: Job) {
    this.#folder = folder;
    this.#job = job;
    const scope = job.plugin.slice(0, job.plugin.indexOf('/'));
    const settings = join(folder, 'npmrc');
    this.#environment = { BOURSE_HOME: join(folder, 'home'), npm_config_userconfig: settings };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    writeFileSync(settings, `${scope}:registry=${registry}\n`);
    cpSync(job.statement, join(folder, 'statement.csv'));
  }

  /** Installs the newest command, in the place of the one that is there. */
  async install(): Promise<void> {
    await this.#run('npm', 'install', '--no-audit', '--no-fund', `${COMMAND}@latest`);
  }

  async update(): Promise<void> {
    await this.install();
    await this.#bourse('plugins', 'update');
  }

  async addPlugin(): Promise<void> {
    await this.#bourse('plugins', 'add', this.#job.plugin);
    await this.#bourse('plugins', 'approve', this.#job.id, '--yes');
  }

  async rollBackPlugin(): Promise<void> {
    await this.#bourse('plugins', 'rollback', this.#job.id);
  }

  /** Imports the statement; once imported it adds nothing. */
  async import(): Promise<void> {
    await this.#bourse('import', 'statement.csv');
  }

  async look(): Promise<Sight> {
    const { dependencies }: Installed = JSON.parse(await this.#run('npm', 'ls', '--all', '--json'));
    const { version }: { version: string } = JSON.parse(
      await this.#bourse('plugins', 'info', this.#job.id, '--json'),
    );
    return {
      versions: { ...ownVersions(dependencies), [this.#job.plugin]: version },
      portfolio: await this.#bourse('portfolio'),
    };
  }

  #bourse(...words: string[]): Promise<string> {
    return this.#run('npx', '--no-install', 'bourse', ...words);
  }

  #run(command: string, ...args: string[]): Promise<string> {
    return runCommand(command, args, { cwd: this.#folder, environment: this.#environment });
  }
}

interface Installed {
  readonly dependencies?: Readonly<Record<string, Installed & { readonly version: string }>>;
}

function ownVersions(dependencies: Installed['dependencies'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dependencies).flatMap(([name, { version, dependencies: further }]) =>
      name.startsWith('@bourse/') ? [[name, version], ...Object.entries(ownVersions(further))] : [],
    ),
  );
}
