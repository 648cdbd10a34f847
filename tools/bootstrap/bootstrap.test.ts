import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { change, fakeRepository, LOCK, type FakeRepository } from './testing/fake-repository.ts';

let repository: FakeRepository;
let said: string[];
let npmBefore: string | undefined;

beforeEach(() => {
  repository = fakeRepository();
  repository.addPlugin('acme');
  npmBefore = process.env.npm_execpath;
  process.env.npm_execpath = repository.npm;
  said = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    const line = String(text).trim();
    if (!line.includes('ExperimentalWarning')) said.push(line);
    return true;
  });
});

afterEach(() => {
  repository[Symbol.dispose]();
  if (npmBefore === undefined) delete process.env.npm_execpath;
  else process.env.npm_execpath = npmBefore;
});

/** The digest of the manifest that the fake build of a plugin writes. */
function digestOf(id: string): string {
  return `sha256:${createHash('sha256').update(JSON.stringify({ id })).digest('hex')}`;
}

function digests(): unknown {
  return JSON.parse(readFileSync(join(repository.root, 'dist', 'first-party-digests.json'), 'utf8'));
}

async function bootstrapped(): Promise<string[]> {
  await bootstrap(repository.root);
  return repository.takeCalls();
}

describe('a fresh clone', () => {
  test('is installed from the lock file and built, in that order, with a line for each', async () => {
    expect(await bootstrapped()).toEqual([
      'npm ci --include=dev --no-audit --no-fund --loglevel=error',
      'tsc',
      'guest',
      'plugin acme',
    ]);
    expect(said).toEqual([
      'Installing packages (the first time this takes a minute)…',
      'Building packages…',
      'Building plugins: acme…',
    ]);
    expect(digests()).toEqual([digestOf('acme')]);
  });

  test('is installed and built once when two commands begin together', async () => {
    await Promise.all([bootstrap(repository.root), bootstrap(repository.root)]);
    expect(repository.takeCalls().filter((call) => call === 'tsc')).toHaveLength(1);
  });

  test('is installed beside the lock file when it has a folder of plugins/ that the lock file does not know', async () => {
    repository.write('plugins/globex/package.json', '{}');
    expect((await bootstrapped())[0]).toBe(
      'npm install --no-save --include=dev --no-audit --no-fund --loglevel=error',
    );
  });

  test('is refused when the installation left no Node of its own', async () => {
    repository.write(
      'npm/npm-cli.js',
      `require('node:fs').mkdirSync(${JSON.stringify(join(repository.root, 'node_modules'))});`,
    );
    await expect(bootstrap(repository.root)).rejects.toThrow(
      /node is missing, not Node .*--ignore-scripts.* npm rebuild node --ignore-scripts=false/,
    );
  });

  test("shows npm's own words when npm fails", async () => {
    repository.write('npm/npm-cli.js', `console.error('no such package'); process.exit(1);`);
    await expect(bootstrap(repository.root)).rejects.toThrow(/no such package\nnpm ci failed/);
  });
});

describe('afterwards', () => {
  beforeEach(async () => {
    await bootstrapped();
    said = [];
  });

  test('nothing is done, and nothing is said, when nothing has changed', async () => {
    expect(await bootstrapped()).toEqual([]);
    expect(said).toEqual([]);
  });

  test('a change in a plugin builds that plugin alone', async () => {
    repository.addPlugin('globex');
    await bootstrapped();
    change(repository, 'plugins/globex/src/index.ts');
    expect(await bootstrapped()).toEqual(['plugin globex']);
  });

  test('a change in the sdk builds the packages and every plugin', async () => {
    change(repository, 'packages/sdk/src/index.ts');
    expect(await bootstrapped()).toEqual(['tsc', 'guest', 'plugin acme']);
  });

  test('a change in a test builds nothing', async () => {
    repository.write('packages/core/src/index.test.ts', 'changed');
    repository.write('plugins/acme/fixtures/statement.csv', 'changed');
    expect(await bootstrapped()).toEqual([]);
  });

  test('a built file that is gone is built again', async () => {
    rmSync(join(repository.root, 'plugins/acme/dist'), { recursive: true });
    expect(await bootstrapped()).toEqual(['plugin acme']);
  });

  test('a new plugin folder is picked up without installing anything', async () => {
    repository.addPlugin('globex', { typescript: '1.0.0' });
    expect(await bootstrapped()).toEqual(['plugin globex']);
    expect(digests()).toEqual([digestOf('acme'), digestOf('globex')].sort());
  });

  test('a new plugin folder that needs a package not yet installed has it installed beside the lock file', async () => {
    repository.addPlugin('globex', { 'acme-parser': '1.0.0' });
    rmSync(join(repository.root, 'node_modules', 'acme-parser'), { recursive: true });
    expect(await bootstrapped()).toEqual([
      'npm install --no-save --include=dev --no-audit --no-fund --loglevel=error',
      'plugin globex',
    ]);
    expect(said[0]).toBe('Installing acme-parser…');
    expect(await bootstrapped()).toEqual([]);
  });

  test('a plugin folder that is gone is no longer approved', async () => {
    rmSync(join(repository.root, 'plugins/acme'), { recursive: true });
    await bootstrapped();
    expect(digests()).toEqual([]);
  });

  test('a plugin that does not build is reported, the others are built, and it is tried again', async () => {
    repository.addPlugin('globex');
    repository.write('plugins/acme/src/index.ts', 'broken');
    expect((await bootstrapped()).sort()).toEqual(['plugin acme', 'plugin globex']);
    expect(said.join('\n')).toMatch(/unexpected broken\nplugins\/acme does not build/);
    expect(await bootstrapped()).toEqual(['plugin acme']);
  });

  test('another lock file installs again', async () => {
    repository.write('package-lock.json', `${LOCK} `);
    expect((await bootstrapped())[0]).toMatch(/^npm ci /);
  });

  test('an installation typed by hand is not repeated, but its Node is checked', async () => {
    repository.write('package-lock.json', `${LOCK} `);
    const later = new Date(Date.now() + 1000);
    utimesSync(join(repository.root, 'node_modules/.package-lock.json'), later, later);
    rmSync(join(repository.root, 'node_modules/.bin/node'));
    await expect(bootstrap(repository.root)).rejects.toThrow('--ignore-scripts');
    symlinkSync(process.execPath, join(repository.root, 'node_modules/.bin/node'));
    const calls = await bootstrapped();
    expect(calls.filter((call) => call.startsWith('npm'))).toEqual([]);
  });
});
