import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A repository whose npm, compiler and plugin builder only write down that they were called. */
export interface FakeRepository extends Disposable {
  readonly root: string;
  readonly npm: string;
  write(path: string, content: string): void;
  addPlugin(name: string, devDependencies?: Record<string, string>): void;
  /** What was called since the last time this was asked, in order. */
  takeCalls(): string[];
}

/** A lock file that knows the plugin `acme`; white space makes it another one. */
export const LOCK = JSON.stringify({ packages: { 'plugins/acme': {} } });

export function fakeRepository(): FakeRepository {
  const root = mkdtempSync(join(tmpdir(), 'bourse-bootstrap-'));
  const log = join(root, 'calls.log');
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('calls.log', '');
  write('package.json', JSON.stringify({ devDependencies: { node: process.versions.node } }));
  write('package-lock.json', LOCK);
  write('npm/npm-cli.js', fakeNpm(root, log));
  for (const name of ['core', 'sdk']) write(`packages/${name}/src/index.ts`, 'export {};\n');
  write('packages/core/scripts/build-guest.mjs', calling(log, 'guest'));
  write('packages/sdk/bin/bourse-plugin.js', fakePluginBuilder(log));
  return {
    root,
    npm: join(root, 'npm', 'npm-cli.js'),
    write,
    addPlugin: (name, devDependencies = {}) => {
      write(`plugins/${name}/plugin.json`, '{}');
      write(`plugins/${name}/package.json`, JSON.stringify({ devDependencies }));
      write(`plugins/${name}/src/index.ts`, 'export {};\n');
    },
    takeCalls: () => {
      const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
      writeFileSync(log, '');
      return calls;
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

const calling = (log: string, words: string): string =>
  `import('node:fs').then(({ appendFileSync }) => appendFileSync(${JSON.stringify(log)}, ${JSON.stringify(`${words}\n`)}));\n`;

/** Installs this process's Node, a compiler and whatever the plugins name. */
function fakeNpm(root: string, log: string): string {
  return `
const fs = require('node:fs');
const path = require('node:path');
const modules = ${JSON.stringify(join(root, 'node_modules'))};
fs.appendFileSync(${JSON.stringify(log)}, 'npm ' + process.argv.slice(2).join(' ') + '\\n');
fs.mkdirSync(path.join(modules, '.bin'), { recursive: true });
fs.mkdirSync(path.join(modules, 'typescript', 'bin'), { recursive: true });
fs.mkdirSync(path.join(modules, 'acme-parser'), { recursive: true });
fs.rmSync(path.join(modules, '.bin', 'node'), { force: true });
fs.symlinkSync(process.execPath, path.join(modules, '.bin', 'node'));
fs.writeFileSync(path.join(modules, 'typescript', 'bin', 'tsc'), ${JSON.stringify(fakeCompiler(root, log))});
fs.writeFileSync(path.join(modules, '.package-lock.json'), '{}');
`;
}

function fakeCompiler(root: string, log: string): string {
  return `
const fs = require('node:fs');
fs.appendFileSync(${JSON.stringify(log)}, 'tsc\\n');
for (const name of ['core', 'sdk']) {
  const folder = ${JSON.stringify(join(root, 'packages'))} + '/' + name + '/dist';
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(folder + '/index.js', '');
}
`;
}

/** Fails on a plugin whose source says so. */
function fakePluginBuilder(log: string): string {
  return `
const fs = require('node:fs');
const name = require('node:path').basename(process.cwd());
fs.appendFileSync(${JSON.stringify(log)}, 'plugin ' + name + '\\n');
if (fs.readFileSync('src/index.ts', 'utf8').includes('broken')) { console.error('unexpected broken'); process.exit(1); }
fs.mkdirSync('dist', { recursive: true });
fs.writeFileSync('dist/manifest.json', JSON.stringify({ id: name }));
`;
}

/** A later change must have another time or size than the file of a moment ago. */
export function change(repository: FakeRepository, path: string): void {
  appendFileSync(join(repository.root, path), '// changed\n');
}
