import { PLUGIN_STATES, type PluginManager } from '@bourse/core';
import type { Logger } from '../output/logger.js';

/** Writes a log line for every change of state of every plugin. */
export function logStateChanges(manager: PluginManager, logger: Logger): void {
  for (const state of PLUGIN_STATES) {
    manager.onStateChange(state, ({ pluginId, transition: { from, to, reason } }) => {
      logger.log('info', 'plugin changed its state', { plugin: pluginId, from, to, reason });
    });
  }
}
