// Compares discovering and validating plugins with reading and parsing the same files. Needs a build.
// node scripts/bench-discovery.mjs [number of plugins] [rounds]
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { discoverPlugins, parseDiscoveryCache } from '../dist/discovery/index.js';
import { currentEnvironment, validateManifest, validatePackageFacts } from '../dist/validation/index.js';

const plugins = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 21);
const folder = mkdtempSync(join(tmpdir(), 'bourse-bench-'));
const environment = currentEnvironment();

try {
  for (let index = 0; index < plugins; index += 1) writePlugin(`acme-${index}`);
  const cache = JSON.stringify(discover().cache);
  const times = { read: [], cold: [], unchanged: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.read.push(timeOf(readAll));
    times.cold.push(timeOf(() => discover()));
    times.unchanged.push(timeOf(() => discover(cache)));
  }
  const [read, cold, unchanged] = [times.read, times.cold, times.unchanged].map(median);
  console.log(
    JSON.stringify(
      [
        { name: 'reading and parsing the same files', value: read, unit: 'ms' },
        { name: 'discovery, cold', value: cold, unit: 'ms' },
        { name: 'discovery, unchanged', value: unchanged, unit: 'ms' },
        { name: 'discovery, cold', value: cold / read, unit: 'ratio', limit: 3, ok: cold / read <= 3 },
        {
          name: 'discovery, unchanged',
          value: unchanged / read,
          unit: 'ratio',
          limit: 1.5,
          ok: unchanged / read <= 1.5,
        },
      ],
      null,
      2,
    ),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function discover(cache) {
  return discoverPlugins({
    sources: [{ kind: 'home', path: folder }],
    inspect: (manifest, facts) => [
      ...validateManifest(manifest, environment),
      ...validatePackageFacts(facts, manifest, environment),
    ],
    cache: parseDiscoveryCache(cache, 'bench'),
    now: () => Date.now() + 60_000,
  });
}

function readAll() {
  for (const name of readdirSync(folder)) {
    JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'));
    JSON.parse(readFileSync(join(folder, name, 'dist', 'manifest.json'), 'utf8'));
  }
}

function timeOf(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function median(times) {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
}

/** A plugin with as much in its manifest as a broker with two kinds of statements has. */
function writePlugin(id) {
  const root = join(folder, id);
  const name = `@acme/plugin-${id}`;
  const statement = { extension: 'csv', maxBytes: 50_000_000 };
  const manifest = {
    id,
    type: 'broker',
    institution: `Acme ${id}`,
    api: '>=1.0.0 <2.0.0',
    main: './dist/plugin.js',
    services: ['statement', 'transaction', 'cash', 'dividend', 'fee'],
    portfolio: 'derived',
    features: ['historicalData'],
    markets: ['XAMS', 'XNYS', 'XNAS'],
    currencies: ['EUR', 'USD', 'GBP'],
    statements: [
      { ...statement, format: 'acme-account-csv', headerTokens: ['Booking date', 'ISIN', 'Balance'] },
      { ...statement, format: 'acme-trades-csv', headerTokens: ['Trade date', 'ISIN', 'Price'] },
    ],
    os: ['linux', 'darwin', 'win32'],
    name,
    version: '1.2.3',
    description: 'Reads what Acme exports.',
    author: 'Acme Plugins',
    license: 'MIT',
    homepage: 'https://acme.example',
    repository: 'https://acme.example/plugins.git',
    settings: {
      type: 'object',
      properties: {
        rounding: { type: 'string', title: 'Rounding', enum: ['half-even', 'half-up'], default: 'half-even' },
        depth: { type: 'integer', minimum: 1, maximum: 10, default: 3 },
      },
    },
    files: { 'dist/plugin.js': `sha256:${'a'.repeat(64)}`, 'dist/plugin.js.map': `sha256:${'b'.repeat(64)}` },
    builtWith: '1.0.0',
  };
  const packageJson = {
    name,
    version: '1.2.3',
    description: 'Reads what Acme exports.',
    license: 'MIT',
    type: 'module',
    bourse: './dist/manifest.json',
    engines: { node: '>=26' },
    files: ['dist', 'plugin.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    scripts: { build: 'bourse-plugin build', test: 'jest', validate: 'bourse-plugin validate' },
    devDependencies: { '@bourse/sdk': '1.0.0', jest: '30.5.2', zod: '4.6.7' },
  };
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'package.json'), JSON.stringify(packageJson, null, 2));
  writeFileSync(join(root, 'dist', 'manifest.json'), JSON.stringify(manifest, null, 2));
}
