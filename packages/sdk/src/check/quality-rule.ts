import type { CheckedPlugin } from './plugin/checked-plugin.js';
import type { QualityLevel } from './quality-level.js';

/** Where a plugin breaks a rule, and how. */
export interface Shortcoming {
  /** A file, with its line where it is known, or what was done: a call, a bad day. */
  readonly place: string;
  readonly message: string;
  /** In place of the rule's own. */
  readonly remedy?: string | undefined;
}

/** One thing that a machine can check and that makes a plugin better. */
export interface QualityRule {
  /** Never used again for another rule. */
  readonly code: `BQ${number}`;
  readonly level: QualityLevel;
  /** What is true of a plugin that keeps it. */
  readonly title: string;
  /** What an author does about it. */
  readonly remedy: string;
  /**
   * What has to be there before it can be looked at: the files, a bundle, a plugin that runs in a cell, or besides an
   * emulator of what it asks the network for.
   */
  readonly needs: 'files' | 'bundle' | 'cell' | 'emulator';
  /** Codes of rules that tell more exactly what is wrong, where they are broken. */
  readonly after?: readonly QualityRule['code'][];
  /** Why it does not concern the plugin; undefined where it does. It concerns every plugin where this is left out. */
  readonly exempts?: (plugin: CheckedPlugin) => string | undefined | Promise<string | undefined>;
  /** Nothing where the rule is kept. */
  readonly check: (plugin: CheckedPlugin) => readonly Shortcoming[] | Promise<readonly Shortcoming[]>;
}
