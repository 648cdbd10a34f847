import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { DESCRIPTIONS } from './descriptions.js';
import { pluginJsonSchema } from './plugin-json-schema.js';

const FILE = new URL('../../plugin.schema.json', import.meta.url);

/** Paths of all fields, and whether each is described. */
function* fieldsOf(node: unknown, path: readonly string[] = []): Generator<readonly [string, boolean]> {
  if (typeof node !== 'object' || node === null) return;
  const { properties = {}, items, additionalProperties } = node as Record<string, Record<string, object>>;
  for (const [name, field] of Object.entries(properties)) {
    yield [[...path, name].join('.'), 'description' in field];
    yield* fieldsOf(field, [...path, name]);
  }
  yield* fieldsOf(items, path);
  yield* fieldsOf(additionalProperties, path);
}

test('plugin.schema.json is what the contract says; else run scripts/write-plugin-schema.mjs', () => {
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(pluginJsonSchema());
});

test('every field is described, and nothing else', () => {
  const fields = [...fieldsOf(pluginJsonSchema())];
  expect(fields.filter(([, isDescribed]) => !isDescribed)).toEqual([]);
  expect(Object.keys(DESCRIPTIONS).sort()).toEqual(fields.map(([path]) => path).sort());
});
