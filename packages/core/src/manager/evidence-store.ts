import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  EvidenceBundleSchema,
  replayEvidence,
  type CellLimits,
  type EvidenceBundle,
  type ReplayReport,
} from '../cell/index.js';
import { ProblemError } from '../interfaces/index.js';
import { makeFolder } from '../store/index.js';
import type { HostState } from './host-state.js';

/** Bundles kept of one plugin, and in all; the oldest go first. */
const KEPT_OF_PLUGIN = 10;
const KEPT = 50;

/** The name of a bundle: when, of which plugin, and letters that tell two of one millisecond apart. */
const NAME = /^[\dT-]+Z-(?<plugin>.+?)(?:\.[0-9a-f]{8})?\.json$/;

/** The bundles about plugins that failed: what went in and out, without any input or secret. */
export class EvidenceStore {
  readonly #state: HostState;
  readonly #limits: Partial<CellLimits>;

  constructor(state: HostState, limits: Partial<CellLimits> = {}) {
    this.#state = state;
    this.#limits = limits;
  }

  /** Stores a bundle and returns the path of its file; undefined where there is no room for it. */
  save(bundle: EvidenceBundle): string | undefined {
    const folder = this.#state.home.evidence;
    const file = join(folder, nameOf(bundle));
    try {
      makeFolder(folder);
      writeFileSync(`${file}.draft`, `${JSON.stringify(bundle, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.draft`, file);
      for (const old of beyondLimits(this.list())) rmSync(old, { force: true });
      return file;
    } catch {
      // A full disk must not turn the failure of a plugin into one of the host.
      rmSync(`${file}.draft`, { force: true });
      return undefined;
    }
  }

  /** Paths of all bundles, or of those about one plugin, the oldest first. */
  list(pluginId?: string): string[] {
    const folder = this.#state.home.evidence;
    return namesIn(folder)
      .filter((name) => name.endsWith('.json') && (pluginId === undefined || pluginOf(name) === pluginId))
      .sort()
      .map((name) => join(folder, name));
  }

  /**
   * Runs the calls of a bundle again and compares.
   *
   * @param inputs The files that were read at the time, in any order; found by their digests.
   * @throws ProblemError EVIDENCE_INVALID, DIGEST_MISMATCH where the version is not in the store any more
   */
  async replay(file: string, inputs: readonly Uint8Array[]): Promise<ReplayReport> {
    const bundle = readBundle(file);
    const texts = inputs.map((input) => new TextDecoder().decode(input));
    const script = this.#findScript(bundle);
    return replayEvidence({ bundle, script, inputs, texts, limits: this.#limits });
  }

  #findScript({ plugin, script }: EvidenceBundle): string {
    const fileDigest = `sha256:${script.sha256}`;
    for (const { digest } of this.#state.records.approvalsOf(plugin.id)) {
      if (this.#state.store.isIntact(digest, fileDigest))
        return new TextDecoder().decode(this.#state.store.readFile(digest, fileDigest));
    }
    throw new ProblemError({
      code: 'DIGEST_MISMATCH',
      message: `The script of "${plugin.id}" that the bundle tells of is not in the store.`,
      remedy: 'Approve that version of the plugin.',
    });
  }
}

function nameOf({ at, plugin }: EvidenceBundle): string {
  return `${at.replaceAll(/[:.]/g, '-')}-${plugin.id}.${randomUUID().slice(0, 8)}.json`;
}

function pluginOf(name: string): string | undefined {
  return NAME.exec(name)?.groups?.['plugin'];
}

/** The bundles that have to go, so that no plugin pushes out all that is known of the others. */
function beyondLimits(files: readonly string[]): string[] {
  const byPlugin = Map.groupBy(files, (file) => pluginOf(basename(file)));
  const old = new Set([...byPlugin.values()].flatMap((ofPlugin) => ofPlugin.slice(0, -KEPT_OF_PLUGIN)));
  return [...old, ...files.filter((file) => !old.has(file)).slice(0, -KEPT)];
}

/** Names in a folder; none where nothing was ever stored or the folder cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readBundle(file: string): EvidenceBundle {
  try {
    return EvidenceBundleSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ProblemError(
      {
        code: 'EVIDENCE_INVALID',
        message: 'The file cannot be read, or is no evidence bundle of this version.',
        place: { file },
      },
      { cause },
    );
  }
}
