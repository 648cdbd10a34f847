import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { makeEmptyFolder, type EmptyFolder } from './guide/empty-folder.ts';
import { followPage, type Followed } from './guide/follow-page.ts';
import { readBlocks } from './guide/read-blocks.ts';
import { findMissingLines, splitOutput, writeScript } from './guide/write-script.ts';

const BLOCKS = readBlocks(readFileSync(join(ROOT, 'docs', 'writing-a-plugin.md'), 'utf8'));
/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

let empty: EmptyFolder;
let followed: Followed;

beforeAll(async () => {
  empty = makeEmptyFolder();
  followed = await followPage(writeScript(BLOCKS, { yours: '', network: empty.install, copy: '' }), empty);
}, PATIENCE_MS);

afterAll(() => empty[Symbol.dispose]());

test('every command of docs/writing-a-plugin.md works, typed in an empty folder', () => {
  expect(followed).toMatchObject({ code: 0, output: expect.stringContaining('acme 0.1.0 is approved') });
});

const expectations = BLOCKS.flatMap(({ language, content }, index) =>
  language === 'text' ? [[index, content] as const] : [],
);

test.each(expectations)(
  'block %i of docs/writing-a-plugin.md shows what its commands print',
  (index, content) => {
    const printed = splitOutput(followed.output)[index - 1] ?? '';
    expect({ missing: findMissingLines(content, printed), printed }).toEqual({ missing: [], printed });
  },
);
