import { PluginManifestSchema } from '@bourse/core/interfaces';
import { describe, expect, test } from '@jest/globals';
import { completeAnswers } from '../answers/complete-answers.js';
import { COMBINATIONS, nameOf } from '../fixtures/combinations.js';
import { renderPlugin } from './render-plugin.js';

describe.each(COMBINATIONS.map((wishes) => [nameOf(wishes), wishes] as const))('%s', (_, wishes) => {
  const answers = completeAnswers(
    { ...wishes, name: '@corp/plugin-my-bank', institution: "O'Neill" },
    new Set(),
  );
  const files = renderPlugin(answers);

  test('has a manifest that the contract knows', () => {
    const manifest = PluginManifestSchema.parse(JSON.parse(files.get('plugin.json') ?? ''));
    expect(manifest).toMatchObject({ id: 'my-bank', type: wishes.type });
    expect(manifest.network !== undefined).toBe(answers.needs.has('network'));
    expect(manifest.credentials !== undefined).toBe(answers.needs.has('credentials'));
    expect(manifest.statements !== undefined).toBe(answers.needs.has('statement'));
  });

  test('has what every plugin has, and what its needs call for', () => {
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        '.changeset/config.json',
        '.changeset/first-release.md',
        '.github/workflows/ci.yml',
        '.gitignore',
        'LICENSE',
        'README.md',
        'src/index.ts',
        'src/tsconfig.json',
        'tsconfig.json',
      ]),
    );
    expect(files.has('emulator/index.ts')).toBe(answers.needs.has('network'));
    expect(files.has('fixtures/account.csv')).toBe(answers.needs.has('statement'));
    const suite = wishes.type === 'broker' ? 'testBroker' : 'testDataProvider';
    expect(files.get('test/contract.test.ts')).toContain(`${suite}({`);
  });

  test('speaks of the new plugin alone, and keeps no marks', () => {
    for (const [path, text] of files) {
      expect([path, text.match(/acme/i)?.[0], text.match(/#(if|end)\b/)?.[0]]).toEqual([
        path,
        undefined,
        undefined,
      ]);
    }
    expect(files.get('README.md')).toMatch(/^# O'Neill\n/);
    expect(files.get('.changeset/first-release.md')).toContain("'@corp/plugin-my-bank': minor");
  });

  test('has no dependency, no bin and no script that an installation runs', () => {
    const own = JSON.parse(files.get('package.json') ?? '');
    expect(own).toMatchObject({ name: '@corp/plugin-my-bank', bourse: './dist/manifest.json' });
    expect([own.dependencies, own.bin]).toEqual([undefined, undefined]);
    expect(Object.keys(own.scripts).filter((name) => /^(pre|post)|install|prepare/.test(name))).toEqual([
      'prepack',
    ]);
    expect(Object.values(own.devDependencies)).not.toContain('*');
  });
});
