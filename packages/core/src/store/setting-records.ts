import { z } from 'zod';
import type { Settings } from '../interfaces/index.js';
import type { HostDatabase } from './host-database.js';

const SettingValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
const SettingValues = z.record(z.string(), SettingValue);

/** The settings that the user gave, by plugin; defaults are not stored. */
export class SettingRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  find(pluginId: string): Settings {
    const content = this.#database.get('SELECT content FROM setting WHERE plugin_id = ?', pluginId)?.[
      'content'
    ];
    return typeof content === 'string' ? SettingValues.parse(JSON.parse(content)) : {};
  }

  save(pluginId: string, settings: Settings, changedAt: string): void {
    this.#database.run(
      `INSERT INTO setting (plugin_id, content, changed_at) VALUES (?, ?, ?)
       ON CONFLICT (plugin_id) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at`,
      pluginId,
      JSON.stringify(settings),
      changedAt,
    );
  }
}
