import { ProblemError, type Settings } from '../interfaces/index.js';
import type { Finding } from '../manifest/index.js';
import type { InstallRecord } from '../store/index.js';
import { validateSettings } from '../validation/index.js';
import type { ServedVersion } from './catalog-entry.js';
import type { HostState } from './host-state.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntime } from './plugin-runtime.js';
import type { PluginRuntimes } from './plugin-runtimes.js';
import type { PluginSwitch } from './plugin-switch.js';

/** Changes of settings by name; undefined takes a setting back to its default. */
export type SettingsChange = Readonly<Record<string, Settings[string] | undefined>>;

/** The settings of plugins. They hold for one activation: a change is a reload that has to succeed. */
export class PluginSettings {
  readonly #now: () => number;
  readonly #state: HostState;
  readonly #catalog: PluginCatalog;
  readonly #runtimes: PluginRuntimes;
  readonly #switch: PluginSwitch;

  constructor(options: {
    now: () => number;
    state: HostState;
    catalog: PluginCatalog;
    runtimes: PluginRuntimes;
    switch: PluginSwitch;
  }) {
    this.#now = options.now;
    this.#state = options.state;
    this.#catalog = options.catalog;
    this.#runtimes = options.runtimes;
    this.#switch = options.switch;
  }

  /** What the user gave; defaults are not among it. */
  get(id: string): Settings {
    this.#catalog.get(id);
    return this.#state.settings.find(id);
  }

  /**
   * Changes settings: checked against the plugin's schema before anything happens, tried in a cell of its own, then
   * stored and in force in every host. Where the plugin refuses them, all is as before.
   *
   * @returns The settings in force, defaults among them.
   * @throws ProblemError SETTINGS_INVALID, SETTINGS_REFUSED, HOST_DATABASE_UNAVAILABLE
   */
  async configure(id: string, change: SettingsChange): Promise<Settings> {
    const record = this.#runtimes.expectRunnable(id);
    const version = this.#catalog.servedBy(record);
    const given = withoutUndefined({ ...this.#state.settings.find(id), ...change });
    const complete = complement(version, given);
    const trial = this.#runtimes.create({ ...record, revision: record.revision + 1 }, { settings: complete });
    try {
      await this.#switch.tryOut(trial);
    } catch (cause) {
      throw refused(id, cause);
    }
    if (!(await this.#store(record, given, trial))) {
      // Something else was changed while the plugin tried these settings: they are tried on top of that.
      await trial.stop();
      return this.configure(id, change);
    }
    await this.#switch.takeOver(id, trial, 'new settings');
    return complete;
  }

  /**
   * The settings in force, defaults among them.
   *
   * @throws ProblemError SETTINGS_INVALID where a new version no longer takes what the user once gave.
   */
  complete(id: string, version: ServedVersion): Settings {
    return complement(version, this.#state.settings.find(id));
  }

  /** Stores settings unless something was changed since they were tried. Tells whether it did. */
  async #store({ id, revision }: InstallRecord, given: Settings, trial: PluginRuntime): Promise<boolean> {
    const { database, records, settings } = this.#state;
    try {
      return await database.write(() => {
        this.#runtimes.expectRunnable(id);
        if (records.revisionOf(id) !== revision) return false;
        settings.save(id, given, new Date(this.#now()).toISOString());
        records.touch(id);
        return true;
      });
    } catch (error) {
      await trial.stop();
      throw error;
    }
  }
}

function complement({ manifest }: ServedVersion, given: Settings): Settings {
  const { settings, findings } = validateSettings(manifest.settings, given);
  if (settings !== undefined) return settings;
  throw new ProblemError({
    code: 'SETTINGS_INVALID',
    message: findings.map(({ message }: Finding) => message).join(' '),
    ...placeOf(findings),
  });
}

function placeOf(findings: readonly Finding[]): { place?: { path: string } } {
  const path = findings[0]?.place.path;
  return path === undefined ? {} : { place: { path } };
}

function refused(id: string, cause: unknown): ProblemError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError(
    {
      code: 'SETTINGS_REFUSED',
      message: `The plugin "${id}" refused the settings; the old ones hold. ${reason}`,
    },
    { cause },
  );
}

function withoutUndefined(settings: SettingsChange): Settings {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
