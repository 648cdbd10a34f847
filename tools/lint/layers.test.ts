import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { LAYERS, tagOf } from './layers.mjs';

const projects = globSync(['packages/*/package.json', 'plugins/*/package.json', 'tools/project.json'], {
  cwd: ROOT,
});

test.each(projects)('%s has exactly one layer', (path) => {
  const { nx, tags } = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  const layers = (tags ?? nx?.tags ?? []).filter((tag: string) => tag.startsWith('layer:'));
  expect(layers).toHaveLength(1);
  expect(LAYERS.map(({ layer }) => tagOf(layer))).toContain(layers[0]);
});
