import { beforeAll, describe, expect, test } from '@jest/globals';
import { readReference } from '../reference/reference.ts';
import { compileExamples, type Compiled } from './compile-examples.ts';
import { listDocstringExamples, listPageExamples } from './list-examples.ts';
import { runExample } from './run-example.ts';
import { splitExample, type SplitExample } from './split-example.ts';

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

const NAMES = [
  ...new Set([...readReference().values()].flat().flatMap(({ name, schema }) => [name, schema ?? name])),
];
const examples = [...listPageExamples(), ...listDocstringExamples()];
const split: readonly SplitExample[] = examples.map((example) =>
  splitExample(example, namesFor(example.from)),
);

function namesFor(from: string | undefined): readonly string[] {
  if (from === undefined) return [];
  const key = from === '@bourse/sdk' ? 'sdk .' : from.replace(/^@bourse\/(\w+)\//, '$1 ./');
  return (
    readReference()
      .get(key)
      ?.map(({ name }) => name) ?? []
  );
}

let compiled: readonly Compiled[];

beforeAll(() => {
  compiled = compileExamples(split);
}, PATIENCE_MS);

const numbered = examples.map((example, index) => [example.where, index] as const);

test('there are examples in pages and in docstrings', () => {
  expect(listPageExamples().length).toBeGreaterThan(3);
  expect(listDocstringExamples().length).toBeGreaterThan(5);
});

test.each(numbered)('the example of %s compiles', (_, index) => {
  expect(compiled[index]?.errors).toEqual([]);
});

test.each(numbered)('the example of %s imports what it uses of ours', (_, index) => {
  expect(compiled[index]?.unknown.filter((name) => NAMES.includes(name))).toEqual([]);
});

test.each(numbered)('the example of %s runs, where it leaves nothing to the reader', async (_, index) => {
  const source = split[index];
  const isComplete = compiled[index]?.unknown.length === 0;
  if (source === undefined || !isComplete || examples[index]?.isCompiledOnly === true) return;
  await runExample(source);
});

test('enough of them leave nothing to the reader', () => {
  const run = examples.filter(
    (example, index) => compiled[index]?.unknown.length === 0 && !example.isCompiledOnly,
  );
  expect(run.length).toBeGreaterThanOrEqual(8);
});

describe('an example', () => {
  const example = (code: string): SplitExample =>
    splitExample({ where: 'a page', code, from: '@bourse/sdk', isCompiledOnly: false }, [
      'isIsin',
      'isDecimal',
    ]);

  test('with a wrong type does not compile', () => {
    const [wrong] = compileExamples([example('isIsin(5);')]);
    expect(wrong?.errors.join()).toContain("'number' is not assignable");
  });

  test('may leave names to the reader', () => {
    expect(compileExamples([example('isIsin(mine);')])).toEqual([{ errors: [], unknown: ['mine'] }]);
  });

  test('fails when a line gives something else than it says', async () => {
    await expect(runExample(example("isDecimal('1.0') // false"))).rejects.toThrow(
      "isDecimal('1.0') is true, not false",
    );
    await runExample(example("isDecimal('1.0') // true"));
  });

  test('that shows a throw makes an error', async () => {
    await runExample(example("throw new TypeError('shown');"));
    await expect(runExample(example("throw 'text';"))).rejects.toThrow('no error');
  });

  test('fails when it throws', async () => {
    await expect(runExample(example("const text: string = '1';\nthrow new Error(text);"))).rejects.toThrow(
      '1',
    );
  });
});
