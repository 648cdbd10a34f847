import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Finding } from '@bourse/core';
import { copyPlugin } from '../fixtures/plugin-folder.js';
import { placeInSources } from './place-in-sources.js';

const found = (path: string, line?: number): Finding => ({
  code: 'MANIFEST_INVALID',
  severity: 'error',
  message: 'wrong',
  place: { file: 'dist/manifest.json', path, ...(line === undefined ? {} : { line, column: 7 }) },
});

test('what the author wrote has its line in plugin.json', () => {
  using plugin = copyPlugin();
  const [placed] = placeInSources([found('portfolio', 59)], plugin.folder);
  expect(placed?.place).toEqual({ file: 'plugin.json', path: 'portfolio', line: 8, column: 3 });
});

test('what is missing is missing in plugin.json', () => {
  using plugin = copyPlugin();
  expect(placeInSources([found('currencies')], plugin.folder)).toMatchObject([
    { place: { file: 'plugin.json', path: 'currencies' } },
  ]);
});

test('what the build has written stays where it is, and so does all where plugin.json is no JSON', () => {
  using plugin = copyPlugin();
  const findings = [found('files', 20), { ...found('portfolio', 59), place: { file: 'dist/plugin.js' } }];
  expect(placeInSources(findings, plugin.folder)).toEqual(findings);
  writeFileSync(join(plugin.folder, 'plugin.json'), '{ "portfolio": ');
  expect(placeInSources([found('portfolio', 59)], plugin.folder)).toEqual([found('portfolio', 59)]);
});
