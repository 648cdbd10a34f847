import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the steps of a user depend on. */
export interface PluginFacts {
  readonly id: string;
  readonly type: string;
  readonly statements?: readonly unknown[];
  readonly network?: readonly { readonly origin: string }[];
}

export function factsOf(folder: string): PluginFacts {
  return JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8'));
}

/** Files that the plugin reads: those for demonstration, else those of its tests. */
export function sampleFiles(folder: string): string[] {
  const demo = globSync(join(folder, 'demo', '*'));
  return demo.length > 0 ? demo : globSync(join(folder, 'fixtures', '*')).slice(0, 1);
}
