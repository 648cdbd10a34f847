import {
  PLUGIN_TYPES,
  SERVED_PLUGIN_TYPES,
  SERVICE_METHODS,
  SERVICES_OF_TYPES,
  SERVICES_SINCE,
  type ServiceName,
} from '@bourse/core/interfaces';
import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = join(ROOT, 'docs', 'types');
const ROW = /^\| `(\w+)` +\| ([^|]+?) +\|[^|]+\| ([\d.]+) +\|$/gm;

/** A row of the table of services, as the contract has it. */
function rowOf(service: ServiceName): readonly [string, string, string] {
  const methods = Object.entries(SERVICE_METHODS[service]).map(([name, { optional }]) =>
    optional ? `[\`${name}\`]` : `\`${name}\``,
  );
  const since = SERVICES_SINCE[service] ?? '1.0.0';
  return [service, methods.sort().join(', '), since.replace(/\.0$/, '')];
}

const sorted = (methods: string): string => methods.split(', ').sort().join(', ');

test('each type that the contract serves has a page, and no other has', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(SERVED_PLUGIN_TYPES.map((type) => `${type}.md`).sort());
  expect(PLUGIN_TYPES.length).toBeGreaterThan(SERVED_PLUGIN_TYPES.length);
});

test.each(SERVED_PLUGIN_TYPES)('the page of the type %s lists its services with all methods', (type) => {
  const page = readFileSync(join(FOLDER, `${type}.md`), 'utf8');
  const rows = Array.from(page.matchAll(ROW), ([, name = '', methods = '', since = '']) => [
    name,
    sorted(methods),
    since,
  ]);
  const expected = (SERVICES_OF_TYPES[type] ?? []).map(rowOf);
  expect(rows.toSorted()).toEqual(expected.toSorted());
});
