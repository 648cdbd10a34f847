import { error, type Finding } from './finding.js';
import type { ForeignManifest } from './normalized-manifest.js';

/** Says why the plugin of a foreign manifest is listed and cannot run. */
export function notRunnable({ id, metadata }: ForeignManifest, entry?: string): Finding {
  const runtime = metadata.python === undefined ? 'Python' : `Python ${metadata.python}`;
  const from = entry === undefined ? '' : `, entry point ${entry}`;
  return error(
    'PLUGIN_NOT_RUNNABLE',
    `The plugin ${id} is written for another host (${runtime}${from}); Bourse runs JavaScript plugins.`,
    {},
    'Look for a Bourse plugin that does the same, or write one with @bourse/sdk.',
  );
}
