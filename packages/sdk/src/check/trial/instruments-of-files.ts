import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StatementPartSchema } from '@bourse/core/interfaces';
import { inChunks } from '../../testing/statement-input.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { fixturesOf } from './fixtures-of.js';
import { OwnCell } from './own-cell.js';

/** As many as one call may ask prices of, and enough to find one that an account never had. */
const MOST = 20;

/** What the statement files of the plugin say was traded. */
export async function instrumentsOfFiles(plugin: CheckedPlugin): Promise<object[]> {
  const found = new Map<string, object>();
  await using cell = await OwnCell.start(plugin);
  for (const { file: name, format } of await fixturesOf(plugin)) {
    const bytes = new Uint8Array(readFileSync(join(plugin.folder, name)));
    for await (const part of cell.read({ format, name, size: bytes.length, content: inChunks(bytes) }))
      for (const { instrument } of StatementPartSchema.parse(part).transactions ?? [])
        found.set(JSON.stringify(instrument), instrument);
  }
  return [...found.values()].slice(0, MOST);
}
