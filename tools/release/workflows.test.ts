import { expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT }).map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));
const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

test.each(workflows)('$path runs only scripts that there are', ({ text }) => {
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
  const listed = [...text.matchAll(/command: \[(.+)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  );
  expect([...named, ...listed].filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(named.length + listed.length).toBeGreaterThan(0);
});

test('what is published states where it was built, after all checks, and without a token', () => {
  const release = workflows.find(({ path }) => path.endsWith('release.yml'))?.text ?? '';
  expect(release).toContain('needs: checks');
  expect(release).toContain('id-token: write');
  expect(release).toContain("NPM_CONFIG_PROVENANCE: 'true'");
  expect(release).not.toContain('NPM_TOKEN');
});
