import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolders } from '../../bootstrap/plugin-folders.mjs';
import { ROOT } from '../../root.ts';
import { renderWorkspacePlugin } from './workspace-plugin.ts';

const render = (name: string, taken: readonly string[] = []) =>
  renderWorkspacePlugin({ name, type: 'broker', needs: ['statement', 'network'] }, new Set(taken));

test('everything stands in the folder of the plugin, and its changeset where this repository has them', () => {
  const paths = [...render('my-bank').keys()];
  expect(paths.filter((path) => !path.startsWith('plugins/my-bank/'))).toEqual([
    '.changeset/plugin-my-bank-first-release.md',
  ]);
  expect(paths.filter((path) => /^plugins\/my-bank\/\./.test(path))).toEqual([]);
});

test('the package looks like those of the other plugins', () => {
  const own = JSON.parse(render('my-bank').get('plugins/my-bank/package.json') ?? '');
  expect(own).toMatchObject({ name: '@bourse/plugin-my-bank', nx: { tags: ['layer:plugin'] } });
  for (const folder of pluginFolders(ROOT)) {
    const other = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    expect(Object.keys(own).sort()).toEqual(Object.keys(other).sort());
    for (const [name, script] of Object.entries(other.scripts)) expect(own.scripts[name]).toBe(script);
    for (const [name, version] of Object.entries(own.devDependencies))
      expect([name, version]).toEqual([name, other.devDependencies[name]]);
  }
});

test('a name that is taken or cannot be is refused', () => {
  expect(() => render('my-bank', ['my-bank'])).toThrow(expect.objectContaining({ code: 'NAME_TAKEN' }));
  expect(() => render('../my-bank')).toThrow(expect.objectContaining({ code: 'NAME_INVALID' }));
  expect(() => render('con')).toThrow(expect.objectContaining({ code: 'NAME_RESERVED' }));
});
