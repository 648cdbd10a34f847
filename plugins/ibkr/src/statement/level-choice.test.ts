import { expect, test } from '@jest/globals';
import { FlexRow } from '../row/flex-row.js';
import { LevelChoice } from './level-choice.js';

function row(ordinal: number): FlexRow {
  const element = { name: 'Trade', attributes: {}, line: ordinal, depth: 5 };
  return new FlexRow(element, { ordinal, section: 'Trades', accountId: 'U1' });
}

function choose(levels: readonly ('first' | 'second')[]): { read: number[]; ignored: number[] } {
  const read: number[] = [];
  const ignored: number[] = [];
  const choice = new LevelChoice({
    read: ({ ordinal }) => read.push(ordinal),
    ignore: (rows) => ignored.push(...rows.map(({ ordinal }) => ordinal)),
  });
  for (const [index, level] of levels.entries()) choice[level](row(index + 1));
  choice.finish();
  return { read, ignored };
}

test('the first choice makes rows of the second repeats, wherever they stand', () => {
  expect(choose(['second', 'first', 'second', 'first'])).toEqual({ read: [2, 4], ignored: [1, 3] });
});

test('the second choice is read where there is no first one', () => {
  expect(choose(['second', 'second'])).toEqual({ read: [1, 2], ignored: [] });
  expect(choose([])).toEqual({ read: [], ignored: [] });
});

test('ten thousand rows of second choice are enough to choose it', () => {
  const { read, ignored } = choose([...Array<'second'>(10_000).fill('second'), 'first', 'second']);
  expect(read).toHaveLength(10_001);
  expect(ignored).toEqual([10_001]);
});
