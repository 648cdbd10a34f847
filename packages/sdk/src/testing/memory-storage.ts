import type { PluginStorage } from '@bourse/core/interfaces';
import { copyJson } from './copy-json.js';

/** A storage that ends with the test. It has no quota. */
export class MemoryStorage implements PluginStorage {
  readonly #values: Map<string, unknown>;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.#values = new Map(Object.entries(values));
  }

  /** What is kept now. */
  get values(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(this.#values);
  }

  async get(key: string): Promise<unknown> {
    const value = this.#values.get(key);
    return value === undefined ? undefined : copyJson(value);
  }

  async set(key: string, value: unknown): Promise<void> {
    this.#values.set(key, copyJson(value));
  }

  async delete(key: string): Promise<void> {
    this.#values.delete(key);
  }

  async list(beginning = ''): Promise<readonly string[]> {
    return [...this.#values.keys()].filter((key) => key.startsWith(beginning)).sort();
  }
}
