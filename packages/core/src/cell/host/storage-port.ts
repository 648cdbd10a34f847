import type { JsonValue } from '../channel/json.js';

/** Where the values of one plugin and connection are kept. Whatever is refused or fails, fails with a ProblemError. */
export interface StoragePort {
  get(key: string): Promise<JsonValue | undefined>;
  set(key: string, value: JsonValue): Promise<void>;
  delete(key: string): Promise<void>;
  /** Keys with this beginning, in order. */
  list(beginning: string): Promise<readonly string[]>;
}
