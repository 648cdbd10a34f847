import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listMembers } from './json-members.js';
import { toPath } from './json-path.js';

test('members are listed with path and offset', () => {
  const text = '{"a": [1, {"b c": true}], "d": null}';
  expect(listMembers(text)).toEqual([
    { path: 'a', offset: 1, repeated: false },
    { path: 'a[0]', offset: 7, repeated: false },
    { path: 'a[1]', offset: 10, repeated: false },
    { path: 'a[1]["b c"]', offset: 11, repeated: false },
    { path: 'd', offset: 26, repeated: false },
  ]);
});

test('every member of any JSON text is listed once', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(3), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(listMembers(text).map(({ path }) => path)).toEqual(pathsOf(JSON.parse(text), []));
    }),
  );
});

function pathsOf(value: unknown, keys: readonly PropertyKey[]): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : textOrder(value);
  return entries.flatMap(([key, item]) => [toPath([...keys, key]), ...pathsOf(item, [...keys, key])]);
}

/** JSON.stringify writes members in the order of Object.entries. */
function textOrder(value: object): [PropertyKey, unknown][] {
  return Object.entries(JSON.parse(JSON.stringify(value)) as object);
}
