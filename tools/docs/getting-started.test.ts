import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { followPage, type Followed } from './guide/follow-page.ts';
import { readBlocks } from './guide/read-blocks.ts';
import { findMissingLines, splitOutput, writeScript } from './guide/write-script.ts';

const BLOCKS = readBlocks(readFileSync(join(ROOT, 'docs', 'getting-started.md'), 'utf8'));
/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

/** What the reader starts in another terminal, here in the background until the script ends. */
const IN_THE_BACKGROUND = [
  'node tools/emulator/run.ts bitvavo --port 4321 > "$BOURSE_HOME/emulator.json" 2>&1 < /dev/null &',
  'trap "kill $!" EXIT',
  `until grep -q '^}' "$BOURSE_HOME/emulator.json"; do kill -0 $!; sleep 0.1; done`,
].join('\n');

/** What the first block has made of npm without npm, which takes longer than most commands. */
const WITHOUT_NPM = `bourse() { '${process.execPath}' tools/bourse.mjs "$@"; }`;

let home: string;
let followed: Followed;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'bourse-start-'));
  followed = await followPage(
    writeScript(BLOCKS, { yours: `export BOURSE_KEYCHAIN=off\n${WITHOUT_NPM}`, terminal: IN_THE_BACKGROUND }),
    { folder: ROOT, home },
  );
}, PATIENCE_MS);

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('every command of docs/getting-started.md works', () => {
  expect(followed).toMatchObject({ code: 0, output: expect.stringContaining('Everything is in order.') });
});

const expectations = BLOCKS.flatMap(({ language, content }, index) =>
  language === 'text' ? [[index, content] as const] : [],
);

test.each(expectations)(
  'block %i of docs/getting-started.md shows what its commands print',
  (index, content) => {
    const printed = splitOutput(followed.output)[index - 1] ?? '';
    expect({ missing: findMissingLines(content, printed), printed }).toEqual({ missing: [], printed });
  },
);
