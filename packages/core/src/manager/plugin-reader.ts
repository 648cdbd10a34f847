import { ProblemError, type StatementSignature } from '../interfaces/index.js';
import type { AccountNames } from '../records/index.js';
import { matchSignatures, type FileHead } from '../statement-files/index.js';
import { READING_MAX_ENTRIES } from '../statements/index.js';
import type { ServedVersion } from './catalog-entry.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntimes } from './plugin-runtimes.js';
import { pullServices } from './pull-services.js';
import { Reading, type ReadingOrigin } from './reading.js';
import { runnableVersion } from './runnable-version.js';
import type { StatementInput } from './statement-input.js';

/** Records that a file of any size may give; beyond these each takes at least a byte of the file. */
const FREE_ENTRIES = 1_000;

/** A plugin whose signatures a file matches. */
export interface Recognised {
  readonly pluginId: string;
  /** Its formats that match, the best first. */
  readonly formats: readonly string[];
}

/** Lets plugins read: statement files, and what their services list. */
export class PluginReader {
  readonly #plugins: { readonly catalog: PluginCatalog; readonly runtimes: PluginRuntimes };

  constructor(catalog: PluginCatalog, runtimes: PluginRuntimes) {
    this.#plugins = { catalog, runtimes };
  }

  /** The plugins that may run and whose signatures a file matches. None of them is run, and none is shown the file. */
  recognise(file: FileHead): Recognised[] {
    return this.#plugins.catalog.entries.flatMap(({ id, served }) => {
      if (served === undefined || !this.#plugins.runtimes.mayRun(id)) return [];
      const formats = matchSignatures(served.manifest.statements ?? [], file).map(({ format }) => format);
      return formats.length === 0 ? [] : [{ pluginId: id, formats: [...new Set(formats)] }];
    });
  }

  /**
   * Lets a plugin read a statement file as it arrives.
   *
   * @throws ProblemError UNSUPPORTED_FORMAT, INPUT_TOO_LARGE, and what {@link PluginRuntimes.get} throws
   */
  readStatement(id: string, input: StatementInput): Reading {
    const version = runnableVersion(this.#plugins, id);
    const { format, name, size, content, institution, defaultAccount, aliases, idNames, signal } = input;
    expectReadable(version.manifest.statements ?? [], input);
    const parts = this.#plugins.runtimes
      .get(id)
      .stream(
        'statement',
        'read',
        { format, name, size },
        { content, ...(signal === undefined ? {} : { signal }) },
      );
    return new Reading(
      {
        ...originOf(id, version, institution),
        ...{ format, channel: 'STATEMENT', file: name },
        ...{ defaultAccount, aliases, idNames },
      },
      parts,
      Math.min(READING_MAX_ENTRIES, FREE_ENTRIES + size),
    );
  }

  /** Lets a plugin list everything that its services know. */
  pull(id: string, { signal, ...names }: AccountNames & { signal?: AbortSignal } = {}): Reading {
    const version = runnableVersion(this.#plugins, id);
    const parts = pullServices(this.#plugins.runtimes.get(id), version.manifest.services, signal);
    return new Reading(
      { ...names, ...originOf(id, version, names.institution), format: `${id}-services`, channel: 'API' },
      parts,
    );
  }
}

function originOf(
  id: string,
  { manifest, digest }: ServedVersion,
  institution = manifest.institution ?? id,
): Pick<ReadingOrigin, 'plugin' | 'institution'> {
  return { plugin: { id, version: manifest.version, digest }, institution };
}

function expectReadable(
  signatures: readonly StatementSignature[],
  { format, name, size }: StatementInput,
): void {
  const limits = signatures
    .filter((signature) => signature.format === format)
    .map(({ maxBytes }) => maxBytes);
  if (limits.length === 0) {
    throw new ProblemError({
      code: 'UNSUPPORTED_FORMAT',
      message: `The plugin reads no files of the format "${format}".`,
      place: { file: name },
    });
  }
  const limit = Math.max(...limits);
  if (size > limit) {
    throw new ProblemError({
      code: 'INPUT_TOO_LARGE',
      message: `The file has ${size} bytes; the plugin takes ${limit} at most.`,
      place: { file: name },
    });
  }
}
