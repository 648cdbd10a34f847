import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core, Manager } from '../cell/load-core.ts';
import type { StatementItem } from './recorded-suite.ts';

/** Where plugins keep files that they read. */
export const STATEMENT_FOLDERS = ['demo', 'fixtures'];

/** The files of a plugin's folder that its manifest recognises. */
export function findStatements(
  core: Core,
  manager: Manager,
  { id, source }: { readonly id: string; readonly source: string },
): StatementItem[] {
  return STATEMENT_FOLDERS.flatMap((folder) => {
    const names = existsSync(join(source, folder)) ? readdirSync(join(source, folder)).sort() : [];
    return names.flatMap((name): StatementItem[] => {
      const bytes = readFileSync(join(source, folder, name));
      const recognised = manager.reader.recognise({ name, head: bytes.subarray(0, core.HEAD_BYTES) });
      const format = recognised.find(({ pluginId }) => pluginId === id)?.formats[0];
      if (format === undefined) return [];
      return [{ kind: 'statement', name, since: '1.0.0', format, content: bytes.toString('base64') }];
    });
  });
}
