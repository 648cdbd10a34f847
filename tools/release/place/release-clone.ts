import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../copy-test/place/command.ts';
import { ROOT } from '../../root.ts';

/** A package whose release is asked for, and what a changeset says of it. */
export interface Change {
  readonly name: string;
  readonly bump: 'major' | 'minor' | 'patch';
  readonly summary: string;
}

/** A clone of the last commit, from which is released. Nothing of the working tree is changed. */
export class ReleaseClone {
  readonly folder: string;
  readonly #publishing: Readonly<Record<string, string>>;

  /** @param npmrc A file whose settings lead to the registry */
  private constructor(folder: string, registry: string, npmrc: string) {
    this.folder = folder;
    // changesets look at the variable, npm also at the file.
    this.#publishing = { npm_config_registry: registry, npm_config_userconfig: npmrc };
  }

  /** @param registry Address of the registry, with a slash at its end */
  static async make(folder: string, registry: string): Promise<ReleaseClone> {
    await runCommand('git', ['clone', '--quiet', ROOT, folder], { cwd: ROOT });
    // Tags of releases have an author.
    await runCommand('git', ['config', 'user.name', 'Rehearsal'], { cwd: folder });
    await runCommand('git', ['config', 'user.email', 'rehearsal@example.com'], { cwd: folder });
    const npmrc = `${folder}.npmrc`;
    const token = `${registry.slice('http:'.length)}:_authToken=rehearsal`;
    writeFileSync(npmrc, `registry=${registry}\n${token}\n`);
    return new ReleaseClone(folder, registry, npmrc);
  }

  /** Whether changes wait to be released. */
  get hasChangesets(): boolean {
    return readdirSync(join(this.folder, '.changeset')).some(
      (file) => file.endsWith('.md') && file !== 'README.md',
    );
  }

  addChangeset({ name, bump, summary }: Change): void {
    const file = join(this.folder, '.changeset', 'rehearsal.md');
    writeFileSync(file, `---\n'${name}': ${bump}\n---\n\n${summary}\n`);
  }

  /** Installs and builds what is stale, as every command of the repository does. */
  async build(): Promise<void> {
    await this.#npm('run', '--silent', 'bourse', '--', '--version');
  }

  /** Raises versions and writes changelogs as the release does. */
  async raiseVersions(): Promise<void> {
    await this.#npm('run', '--silent', 'release:version');
  }

  /** Publishes every version that the registry does not have. */
  async publish(): Promise<void> {
    await this.#npm('run', '--silent', 'release:publish');
  }

  /** Lets a tag mean another version. */
  async tag(name: string, version: string, tag: string): Promise<void> {
    await this.#run(['dist-tag', 'add', `${name}@${version}`, tag], this.#publishing);
  }

  /** Runs the compatibility matrix of the clone. @returns how many of its cells are as declared, and all */
  async runMatrix(): Promise<{ readonly ok: number; readonly all: number }> {
    const cells: readonly { readonly ok: boolean }[] = JSON.parse(
      await this.#npm('run', '--silent', 'matrix', '--', '--json'),
    );
    return { ok: cells.filter(({ ok }) => ok).length, all: cells.length };
  }

  #npm(...args: string[]): Promise<string> {
    const isPublishing = args.includes('release:publish');
    return this.#run(args, isPublishing ? this.#publishing : {});
  }

  #run(args: string[], environment: Readonly<Record<string, string>>): Promise<string> {
    return runCommand('npm', args, { cwd: this.folder, environment: { CI: 'true', ...environment } });
  }
}
