import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DependentPlugin } from './dependent-plugin.js';
import { resolveDependencies } from './resolve-dependencies.js';

const plugin = (id: string, plugins?: Record<string, string>, version = '1.0.0'): DependentPlugin => ({
  id,
  version,
  plugins,
});
const resolve = (...plugins: DependentPlugin[]) => {
  const { order, findings } = resolveDependencies(plugins);
  return {
    order,
    findings: Object.fromEntries(
      [...findings].map(([id, found]) => [id, found.map(({ code, message }) => `${code}: ${message}`)]),
    ),
  };
};

describe('plugins', () => {
  test('start after those that they depend on, otherwise as given', () => {
    expect(resolve(plugin('c', { b: '^1' }), plugin('d'), plugin('b', { a: '*' }), plugin('a'))).toEqual({
      order: ['d', 'a', 'b', 'c'],
      findings: {},
    });
  });

  test('that are missing keep others from starting, with the whole way named', () => {
    expect(
      resolve(
        plugin('a', { b: '^1' }),
        plugin('b', { c: '^1' }),
        plugin('c', { day: '>=1.0.0' }),
        plugin('d'),
      ),
    ).toEqual({
      order: ['d'],
      findings: {
        a: ['DEPENDENCY_MISSING: "a" needs "c", which cannot start: a → b → c.'],
        b: ['DEPENDENCY_MISSING: "b" needs "c", which cannot start: b → c.'],
        c: ['DEPENDENCY_MISSING: "c" needs "day" >=1.0.0, which is not installed.'],
      },
    });
  });

  test('of the wrong version are named with everyone who needs them', () => {
    expect(
      resolve(
        plugin('a', { rates: '^2.0.0' }),
        plugin('b', { rates: '^1.0.0' }),
        plugin('rates', {}, '1.4.0'),
      ),
    ).toEqual({
      order: ['rates', 'b'],
      findings: {
        a: ['DEPENDENCY_CONFLICT: "a" needs "rates" ^2.0.0; installed is 1.4.0 ("b" needs ^1.0.0).'],
      },
    });
  });

  test.each([
    ['^1.0.0', '1.1.0-beta.1', false],
    ['>=1.1.0-beta.0', '1.1.0-beta.1', true],
    ['>=1.1.0-beta.0', '1.2.0-beta.1', false],
    ['*', '1.0.0-beta.1', false],
    ['^1.0.0', '1.0.0+build', true],
    ['later', '1.0.0', false],
  ])('in a range %s may have the version %s: %s', (range, version, taken) => {
    expect(resolve(plugin('a', { b: range }), plugin('b', {}, version)).order.includes('a')).toBe(taken);
  });

  test('that depend on each other in a circle are named in full', () => {
    expect(
      resolve(
        plugin('a', { b: '*' }),
        plugin('b', { c: '*' }),
        plugin('c', { a: '*' }),
        plugin('d', { a: '*' }),
      ),
    ).toEqual({
      order: [],
      findings: {
        a: ['DEPENDENCY_CYCLE: The plugins depend on each other in a circle: a → b → c → a.'],
        b: ['DEPENDENCY_CYCLE: The plugins depend on each other in a circle: b → c → a → b.'],
        c: ['DEPENDENCY_CYCLE: The plugins depend on each other in a circle: c → a → b → c.'],
        d: ['DEPENDENCY_MISSING: "d" needs "a", which cannot start: d → a.'],
      },
    });
  });

  test('that depend on themselves do not start', () => {
    expect(resolve(plugin('a', { a: '*' })).findings).toEqual({
      a: ['DEPENDENCY_CYCLE: The plugins depend on each other in a circle: a → a.'],
    });
  });

  test('in a chain longer than the stack start', () => {
    const chain = Array.from({ length: 3_000 }, (_, index) =>
      plugin(`p${index}`, index === 0 ? {} : { [`p${index - 1}`]: '*' }),
    );
    expect(resolve(...chain).order).toHaveLength(3_000);
    expect(resolve(...chain.toReversed()).order[0]).toBe('p0');
  });
});

test('every plugin starts after its dependencies or has a reason why not', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const anyPlugin = fc.record({
    id,
    version: fc.constantFrom('1.0.0', '2.0.0', '2.0.0-beta.1'),
    plugins: fc.dictionary(id, fc.constantFrom('*', '^1.0.0', '>=2.0.0-0'), { maxKeys: 3 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyPlugin, { selector: (each) => each.id }), (plugins) => {
      const { order, findings } = resolveDependencies(plugins);
      expect([...order, ...findings.keys()].sort()).toEqual(plugins.map((each) => each.id).sort());
      for (const each of plugins.filter((candidate) => order.includes(candidate.id))) {
        for (const needed of Object.keys(each.plugins))
          expect(order.indexOf(needed)).toBeLessThan(order.indexOf(each.id));
        for (const needed of Object.keys(each.plugins)) expect(order).toContain(needed);
      }
      const seeds = [...findings.values()]
        .flat()
        .filter(({ message }) => !message.includes('which cannot start'));
      expect(findings.size === 0 || seeds.length > 0).toBe(true);
    }),
  );
});
