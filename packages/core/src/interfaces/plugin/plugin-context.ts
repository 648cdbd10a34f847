import type { LogLevel } from '../enumerations/log-level.js';
import type { PluginStorage } from './plugin-storage.js';

/** One login at one institution. */
export interface Connection {
  readonly id: string;
  readonly name: string;
}

/** Fields of a log line: plain values, shown to the user, so never secrets. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** Writes lines to the plugin's log. */
export type PluginLog = Readonly<Record<LogLevel, (message: string, fields?: LogFields) => void>>;

/** What every plugin has while it is active. */
export interface PluginContext<Settings> {
  /** Absent while a file is read without a connection. */
  readonly connection?: Connection;
  /** Checked against the plugin's schema, defaults filled in. They hold for one activation. */
  readonly settings: Settings;
  readonly log: PluginLog;
  /** From contract 1.1 on, where the manifest asks for it. */
  readonly storage?: PluginStorage;
  /** Aborted when the plugin is about to be stopped. */
  readonly signal: AbortSignal;
}
