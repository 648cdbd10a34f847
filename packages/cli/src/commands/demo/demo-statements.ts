import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PluginSummary } from '@bourse/core';

/** The statements that a plugin brings along to show what it reads: the files of the folder `demo` beside its manifest. */
export function listDemoStatements({ source }: PluginSummary): string[] {
  const folder = source === undefined ? undefined : join(source, 'demo');
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
    .sort();
}
