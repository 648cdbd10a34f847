/**
 * Values that outlive the cell and updates of the plugin: JSON, kept by the host for this plugin and connection, in
 * plain text and so never a place for secrets. Keys have 1 to 256 characters. What is over the quota of the manifest is
 * refused with STORAGE_FULL, and nothing of it is kept.
 */
export interface PluginStorage {
  /** Undefined: there is none. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys with this beginning, in order; without it all. */
  list(beginning?: string): Promise<readonly string[]>;
}
