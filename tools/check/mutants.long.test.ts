import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bothMutants } from './mutants/both-mutants.ts';
import { onlineMutants } from './mutants/online-mutants.ts';
import { rateMutants } from './mutants/rate-mutants.ts';
import { check, copyOfPlugin, newPlugin, Scaffold } from './mutants/scaffold.ts';

/** A plugin with a login and many lists is tried for long, most of all on a busy machine; in milliseconds. */
const PLUGIN_MS = 300_000;

describe.each([
  { kind: 'broker', words: ['--needs', 'network,credentials'], mutants: onlineMutants },
  {
    kind: 'broker with files',
    words: ['--needs', 'statement,network,credentials'],
    mutants: bothMutants,
  },
  {
    kind: 'data provider',
    words: ['--type', 'data-provider', '--needs', 'network,credentials'],
    mutants: rateMutants,
  },
])('a $kind that asks an API with a key', ({ words, mutants }) => {
  let scaffold: Scaffold;

  beforeAll(() => {
    scaffold = new Scaffold(newPlugin(words));
    scaffold.fillIn();
  });

  afterAll(() => scaffold[Symbol.dispose]());

  test('lacks nothing as a new author begins with it but the words of its author', async () => {
    using begun = new Scaffold(newPlugin(words));
    const { rules, level } = await check(begun.folder);
    expect(rules.filter(({ outcome }) => outcome === 'broken').map(({ code }) => code)).toEqual(['BQ215']);
    expect(level).toBe('silver');
  });

  test('is gold with them', async () => {
    const report = await check(scaffold.folder);
    expect(report.rules.flatMap(({ shortcomings }) => shortcomings)).toEqual([]);
    expect(report.level).toBe('gold');
  });

  test.each(mutants)('and $what breaks $code and nothing else', async (mutant) => {
    const broken = await scaffold.brokenBy(mutant);
    expect(broken.map(({ code }) => code)).toEqual([mutant.code]);
    const [{ shortcomings = [] } = {}] = broken;
    expect(shortcomings[0]?.message).toMatch(mutant.says ?? /./);
  });
});

test(
  'a plugin that takes a lost session for a pause breaks BQ210 and nothing else',
  async () => {
    using plugin = new Scaffold(copyOfPlugin('degiro'));
    const broken = await plugin.brokenBy({
      code: 'BQ210',
      what: 'takes a lost session for a pause',
      file: 'src/online/site/answer-problem.ts',
      edit: ["code: 'AUTH_EXPIRED'", "code: 'UNAVAILABLE'"],
    });
    expect(broken.map(({ code }) => code)).toEqual(['BQ210']);
    expect(broken[0]?.shortcomings[0]?.message).toContain('UNAVAILABLE');
  },
  PLUGIN_MS,
);
