import { describe, expect, test } from '@jest/globals';
import { readBlocks } from './read-blocks.ts';
import { findMissingLines, splitOutput, writeScript } from './write-script.ts';

const PAGE = ['# Page', '```ts title=src/a.ts', 'let a;', '```', 'and', '```sh yours', 'cd', '```', ''].join(
  '\n',
);

test('a page has blocks with titles and marks', () => {
  expect(readBlocks(PAGE)).toEqual([
    { language: 'ts', title: 'src/a.ts', marks: [], content: 'let a;\n' },
    { language: 'sh', marks: ['yours'], content: 'cd\n' },
  ]);
});

test('the script writes files, and has what the test does in place of a marked block', () => {
  const script = writeScript(readBlocks(PAGE), { yours: 'pwd' });
  expect(script).toContain("cat > 'src/a.ts' <<'@@ END'\nlet a;\n@@ END\n");
  expect(script).toContain('@@ block 1"\npwd\n');
  expect(script).not.toContain('\ncd\n');
});

test('output is told apart by block', () => {
  expect(splitOutput('@@ block 0\n@@ block 1\none\ntwo\n')).toEqual(['', 'one\ntwo']);
});

describe('lines of an expected output', () => {
  test('may have other spaces and others between them', () => {
    expect(findMissingLines('a  b\nc', 'x\n a b 1\ny\nc\n')).toEqual([]);
  });

  test.each([
    ['are not there', 'a\nb', 'a'],
    ['come in another order', 'a\nb', 'b\na'],
  ])('are missing when they %s', (_, expected, printed) => {
    expect(findMissingLines(expected, printed)).toEqual(['b']);
  });
});
