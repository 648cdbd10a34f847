import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HEAD_BYTES, matchSignatures } from '@bourse/core';
import type { StatementFixture } from '../../testing/contract/broker-contract.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';

/** Where plugins keep files that they read. */
const FOLDERS = ['demo', 'fixtures'];

/** The files below demo/ and fixtures/ that the manifest recognises, each with its format. */
export async function fixturesOf(plugin: CheckedPlugin): Promise<StatementFixture[]> {
  const { statements = [] } = await plugin.manifest();
  return FOLDERS.flatMap((folder) =>
    plugin.list(folder).flatMap((name): StatementFixture[] => {
      const file = join(folder, name);
      const endsRight = statements.some(({ extension }) => name.endsWith(`.${extension}`));
      if (!endsRight) return [];
      const head = readFileSync(join(plugin.folder, file)).subarray(0, HEAD_BYTES);
      const [match] = matchSignatures(statements, { name, head });
      return match === undefined ? [] : [{ file, format: match.format }];
    }),
  );
}
