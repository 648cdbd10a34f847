import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  currentEnvironment,
  inspectPackage,
  isAcceptable,
  type Finding,
  type NormalizedManifest,
} from '@bourse/core';
import { BuildError } from '../../build/build-error.js';
import { buildPlugin, type BuildResult } from '../../build/build-plugin.js';
import { tryInCell } from '../../command/try-in-cell.js';
import type { QualityRule } from '../quality-rule.js';
import { copySources } from './copy-sources.js';

type BuiltManifest = Extract<NormalizedManifest, { dialect: 'bourse' }>;

const EMULATOR = 'emulator/index.ts';

/** A plugin that was built. */
export interface BuiltPlugin {
  /** A copy of the sources with what was built from them. */
  readonly folder: string;
  readonly result: BuildResult;
}

/** The plugin that is checked. What several rules look at is made once. */
export class CheckedPlugin implements AsyncDisposable {
  /** The author's own. */
  readonly folder: string;
  /** What was measured, by name. */
  readonly figures: Record<string, number> = {};
  readonly #work = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-check-'));
  readonly #made = new Map<string, unknown>();
  readonly #owned = new AsyncDisposableStack();

  constructor(folder: string) {
    this.folder = folder;
  }

  get identity(): { readonly id: string; readonly version: string } {
    const { id = '?' } = this.readJson('plugin.json');
    const { version = '?' } = this.readJson('package.json');
    return { id: String(id), version: String(version) };
  }

  /** The text of a file; undefined where there is none. */
  readText(path: string): string | undefined {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** The members of a JSON file; none where it is none. */
  readJson(path: string): Readonly<Record<string, unknown>> {
    try {
      const value: unknown = JSON.parse(this.readText(path) ?? '{}');
      return typeof value === 'object' && value !== null ? { ...value } : {};
    } catch {
      return {};
    }
  }

  /** Names in a folder, sorted; none where there is no such folder. */
  list(path: string): string[] {
    const folder = join(this.folder, path);
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
  }

  /** Makes something once, whoever asks for it. */
  once<Made>(name: string, make: () => Made): Made {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as Made;
  }

  /** Something that ends with the check. */
  own<Resource extends AsyncDisposable | Disposable>(resource: Resource): Resource {
    return this.#owned.use(resource);
  }

  /** A folder of the check, which ends with it. */
  workFolder(name: string): string {
    return join(this.#work, name);
  }

  /** What a build of a copy in another folder gives, or why there is none. */
  build(name = 'first/plugin'): Promise<BuiltPlugin | readonly Finding[]> {
    return this.once(`build ${name}`, async () => {
      const folder = this.workFolder(name);
      copySources(this.folder, folder);
      try {
        return { folder, result: await buildPlugin(folder) };
      } catch (error) {
        if (error instanceof BuildError) return error.findings;
        throw error;
      }
    });
  }

  /** @throws Error where it cannot be built; rules that need a bundle are not asked then. */
  async built(): Promise<BuiltPlugin> {
    const built = await this.build();
    if ('folder' in built) return built;
    throw new Error('The plugin was not built');
  }

  /** What a host says of the package. */
  inspect(): Promise<ReturnType<typeof inspectPackage>> {
    return this.once('inspect', async () =>
      inspectPackage((await this.built()).folder, currentEnvironment()),
    );
  }

  async manifest(): Promise<BuiltManifest> {
    const manifest = (await this.inspect()).content?.manifest;
    if (manifest?.dialect === 'bourse') return manifest;
    throw new Error('The package has no manifest');
  }

  /** What becomes of the plugin in a cell, with the defaults of its settings. */
  trial(): Promise<readonly Finding[]> {
    return this.once('trial', async () => {
      const { content, findings } = await this.inspect();
      return content !== undefined && isAcceptable(findings) ? tryInCell(content) : [];
    });
  }

  /** Whether there is what a rule needs. */
  async has(needs: QualityRule['needs']): Promise<boolean> {
    if (needs === 'files') return true;
    if (!('folder' in (await this.build()))) return false;
    if (needs === 'bundle') return true;
    const runs = isAcceptable((await this.inspect()).findings) && isAcceptable(await this.trial());
    if (needs === 'cell' || !runs) return runs;
    return ((await this.manifest()).network ?? []).length === 0 || this.readText(EMULATOR) !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#owned.disposeAsync();
    rmSync(this.#work, { recursive: true, force: true });
  }
}
