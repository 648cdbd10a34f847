import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ACME_FIELDS } from '../testing/acme-manifest.js';
import { findDeception } from '../text/index.js';
import { warning } from './finding.js';
import { MANIFEST_MAX_BYTES, readManifest } from './read-manifest.js';

const bytes = (fields: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(fields, null, 2));
const read = (fields: unknown) => readManifest(bytes(fields), 'manifest.json');
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));

describe('a built manifest', () => {
  test('is read with its services resolved and its paths below the package', () => {
    const fields = {
      ...ACME_FIELDS,
      services: ['statement', 'trade', 'transaction', 'deposit'],
      assets: ['./rates.json'],
      files: {
        './dist/plugin.js': ACME_FIELDS.files['dist/plugin.js'],
        'rates.json': `sha256:${'c'.repeat(64)}`,
      },
    };
    expect(read(fields)).toEqual({
      manifest: {
        ...fields,
        dialect: 'bourse',
        services: ['statement', 'transaction', 'cash'],
        main: 'dist/plugin.js',
        assets: ['rates.json'],
        files: {
          'dist/plugin.js': ACME_FIELDS.files['dist/plugin.js'],
          'rates.json': `sha256:${'c'.repeat(64)}`,
        },
      },
      findings: [],
    });
  });

  test('keeps a path that leads out of the package as it is, for the rule that refuses it', () => {
    expect(read({ ...ACME_FIELDS, main: '../plugin.js' }).manifest).toMatchObject({ main: '../plugin.js' });
  });

  test.each([
    ['a missing field', { version: undefined }, 'MANIFEST_INVALID', 'version'],
    ['a field of another type', { services: 'account' }, 'MANIFEST_INVALID', 'services'],
    ['a wrong id', { id: 'Acme' }, 'MANIFEST_INVALID', 'id'],
    ['a wrong type', { type: 'bank' }, 'MANIFEST_INVALID', 'type'],
    [
      'a wrong digest',
      { files: { 'dist/plugin.js': 'sha256:00' } },
      'MANIFEST_INVALID',
      'files["dist/plugin.js"]',
    ],
    [
      'a wrong item',
      { statements: [{ ...ACME_FIELDS.statements?.[0], maxBytes: 0 }] },
      'MANIFEST_INVALID',
      'statements[0].maxBytes',
    ],
    [
      'a schema of settings with a pattern',
      { settings: { type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } } },
      'SETTINGS_SCHEMA_INVALID',
      'settings.properties.a.pattern',
    ],
    [
      'a schema of settings that nests',
      { settings: { type: 'object', properties: { a: { type: 'object' } } } },
      'SETTINGS_SCHEMA_INVALID',
      'settings.properties.a.type',
    ],
  ])('with %s is refused at its place', (_, fields, code, path) => {
    const { manifest, findings } = read({ ...ACME_FIELDS, ...fields });
    expect(manifest).toBeUndefined();
    expect(findings).toMatchObject([{ code, severity: 'error', place: { file: 'manifest.json', path } }]);
  });

  test('says where in the file a field is wrong', () => {
    const text = '{\n  "id": 7\n}';
    const { findings } = readManifest(new TextEncoder().encode(text), 'manifest.json');
    expect(findings.find(({ place }) => place.path === 'id')?.place).toMatchObject({ line: 2, column: 3 });
  });

  test('with an unknown field is refused where the host serves all that it claims', () => {
    expect(read({ ...ACME_FIELDS, api: '1.0.0', marktes: ['XAMS'] })).toEqual({
      findings: [expect.objectContaining({ code: 'MANIFEST_FIELD_UNKNOWN', severity: 'error' })],
    });
  });

  test('with an unknown field is read with a warning where it claims later contracts', () => {
    const fields = {
      ...ACME_FIELDS,
      trading: {},
      statements: [{ ...ACME_FIELDS.statements?.[0], since: '1.1' }],
    };
    const { manifest, findings } = read(fields);
    expect(manifest).toEqual(read(ACME_FIELDS).manifest);
    expect(findings).toMatchObject([
      { code: 'MANIFEST_FIELD_UNKNOWN', severity: 'warning', place: { path: 'statements[0].since' } },
      { code: 'MANIFEST_FIELD_UNKNOWN', severity: 'warning', place: { path: 'trading' } },
    ]);
  });

  test('with an unknown field and a wrong one is refused', () => {
    const { manifest, findings } = read({ ...ACME_FIELDS, trading: {}, version: 7 });
    expect(manifest).toBeUndefined();
    expect(findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'MANIFEST_INVALID error',
      'MANIFEST_FIELD_UNKNOWN warning',
    ]);
  });

  test('with a thousand faults names the first twenty', () => {
    const { findings } = read({ ...ACME_FIELDS, markets: Array.from({ length: 1000 }, () => 'x') });
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toBe('There are 980 more findings.');
  });

  test('is handed to the check, whose findings are given their place', () => {
    const { findings } = readManifest(bytes(ACME_FIELDS), 'manifest.json', ({ id }) => [
      warning('MANIFEST_INVALID', `about ${id}`, { path: 'institution' }),
      warning('MANIFEST_INVALID', 'about another file', { file: 'package.json', path: 'institution' }),
    ]);
    expect(findings).toMatchObject([
      { message: 'about acme', place: { file: 'manifest.json', path: 'institution', line: 4, column: 3 } },
      { place: { file: 'package.json', path: 'institution' } },
    ]);
  });

  test('is read alike however many were read before', () => {
    const first = read(ACME_FIELDS);
    for (let count = 0; count < 120; count += 1) expect(read(ACME_FIELDS)).toEqual(first);
    expect(read({ ...ACME_FIELDS, version: 7 }).findings).toMatchObject([{ place: { path: 'version' } }]);
  });
});

test('a manifest of one byte more than the limit is not read', () => {
  const text = JSON.stringify(ACME_FIELDS);
  const padded = (size: number) => new TextEncoder().encode(text.padEnd(size));
  expect(readManifest(padded(MANIFEST_MAX_BYTES), 'manifest.json').findings).toEqual([]);
  expect(readManifest(padded(MANIFEST_MAX_BYTES + 1), 'manifest.json')).toEqual({
    findings: [expect.objectContaining({ code: 'MANIFEST_TOO_LARGE' })],
  });
});

test('a manifest in none of the formats is refused', () => {
  expect(read({}).findings.map(({ place }) => place.path)).toContain('id');
});

test('texts of a manifest reach a finding as escapes', () => {
  const [finding] = read({ ...ACME_FIELDS, api: '1.0.0', '\u001b[2J\u202e': 1 }).findings;
  expect(findDeception(`${finding?.message}${finding?.place.path}`)).toBeUndefined();
  expect(finding?.message).toContain(String.raw`\u{202e}`);
});

describe('a broker manifest of the Python host', () => {
  test('is read in our words', () => {
    expect(readManifest(fixture('broker_manifest'), 'plugin_manifest.json').manifest).toEqual({
      dialect: 'broker-manifest',
      id: 'acme-broker',
      name: 'acme_broker',
      version: '1.0.0',
      type: 'broker',
      api: '>=1.0.0 <2.0.0',
      services: ['portfolio', 'transaction', 'cash', 'account'],
      features: ['realTimeData'],
      markets: ['XAMS'],
      currencies: ['EUR'],
      credentials: {
        username: { label: 'username' },
        password: { label: 'password', secret: true },
        intAccount: { label: 'int_account' },
      },
      plugins: { 'day-rates': '>=1.0.0' },
      description: 'Reads accounts of Acme',
      author: 'Acme Plugins',
      license: 'MIT',
      homepage: 'https://acme.example',
      metadata: {
        displayName: 'Acme Broker Plugin',
        python: '>=3.11',
        requirements: { 'portfolio-core': '>=2.0.0 <3.0.0', 'odd-package': '!=1.0' },
        interfaces: ['BrokerServiceInterface'],
        classPaths: {
          portfolio: 'acme.services.PortfolioService',
          main: 'acme.plugin:AcmePlugin',
          configClass: 'acme.config.AcmeConfig',
        },
        optionalSettings: ['use_2fa'],
      },
    });
  });

  test('says why the plugin cannot run here, and what could not be translated', () => {
    const { findings } = readManifest(fixture('broker_manifest'), 'plugin_manifest.json');
    expect(findings[0]?.message).toBe(
      'The plugin acme-broker is written for another host (Python >=3.11, entry point acme.plugin:AcmePlugin); Bourse runs JavaScript plugins.',
    );
    expect(findings.map(({ code, severity, place }) => [code, severity, place.path])).toEqual([
      ['PLUGIN_NOT_RUNNABLE', 'error', undefined],
      ['MANIFEST_INVALID', 'warning', 'capabilities.supported_markets[1]'],
      ['MANIFEST_INVALID', 'warning', 'capabilities.supported_currencies[1]'],
      ['VERSION_INVALID', 'warning', 'dependencies["odd-package"]'],
    ]);
  });

  test('takes the services from the class paths where no capabilities are named', () => {
    const plugin = { name: 'acme', version: '1.0.0', type: 'broker' };
    const fields = { plugin, api: {}, services: { trade: 'acme.TradeService' } };
    expect(read(fields).manifest).toMatchObject({
      services: ['transaction'],
      api: '*',
      metadata: { requirements: {} },
    });
  });

  test.each([
    ['without a section', { plugin: {} }, 'plugin.name'],
    ['of a type that nobody knows', { type: 'bank' }, 'plugin.type'],
    ['with a name that cannot be an id', { name: '2 fast' }, 'plugin.name'],
  ])('%s is refused', (_, fault, path) => {
    const plugin = { name: 'acme', version: '1.0.0', type: 'broker', ...fault };
    const { manifest, findings } = read({ plugin: 'plugin' in fault ? {} : plugin, api: {} });
    expect(manifest).toBeUndefined();
    expect(findings[0]?.place.path).toBe(path);
  });

  test('whose range of versions is empty is refused', () => {
    const plugin = { name: 'acme', version: '1.0.0', type: 'broker' };
    const { manifest, findings } = read({ plugin, api: { min_version: '2.0.0', max_version: '1.0.0' } });
    expect(manifest).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'VERSION_INVALID', place: { path: 'api' } }]);
  });
});

describe('an orchestrator manifest of the Python host', () => {
  test('is read in our words', () => {
    expect(readManifest(fixture('orchestrator_manifest'), 'plugin_manifest.json').manifest).toEqual({
      dialect: 'orchestrator-manifest',
      id: 'acme-rates',
      name: 'Acme_Rates',
      version: '1.0.0',
      type: 'data-provider',
      api: '>=1.0.0 <2.0.0',
      services: [],
      os: ['linux', 'win32', 'darwin'],
      author: 'Acme Plugins',
      settings: {
        type: 'object',
        properties: {
          shortPeriod: { type: 'integer', default: 5, minimum: 1, maximum: 50, description: 'Short period' },
          symbols: { type: 'array', default: [], items: { type: 'string' } },
          nothing: { type: 'string' },
        },
      },
      metadata: {
        displayName: 'Acme Rates',
        python: '>=3.8',
        requirements: { numpy: '>=1.20.0', pandas: '>=1.3 <2', scipy: '*' },
        optionalRequirements: { plotting: '!=2' },
        permissions: { required: ['read_market_data'], optional: [] },
        keywords: ['rates'],
        checksum: 'sha256:...',
        signature: '...',
        trustedPublisher: false,
        authorEmail: 'plugins@acme.example',
      },
    });
  });

  test('takes the category for the missing type, and says so', () => {
    const { findings } = readManifest(fixture('orchestrator_manifest'), 'plugin_manifest.json');
    expect(findings.map(({ code, severity, place }) => [code, severity, place.path])).toEqual([
      ['PLUGIN_NOT_RUNNABLE', 'error', undefined],
      ['MANIFEST_TYPE_MISSING', 'warning', 'plugin_info.category'],
      ['SETTINGS_SCHEMA_INVALID', 'warning', 'configuration.parameters.callback'],
      ['MANIFEST_INVALID', 'warning', 'compatibility.supported_oses[3]'],
      ['VERSION_INVALID', 'warning', 'dependencies.optional[0]'],
    ]);
  });

  test('prefers the type where both are named', () => {
    const plugin_info = { name: 'acme', version: '1.0.0', type: 'ui', category: 'strategy', author: 'Ann' };
    const { manifest, findings } = read({ plugin_info, compatibility: {}, configuration: {} });
    expect(manifest).toMatchObject({ type: 'view', author: 'Ann' });
    expect(findings.map(({ code }) => code)).toEqual(['PLUGIN_NOT_RUNNABLE']);
  });

  test('with neither type nor category is refused', () => {
    const plugin_info = { name: 'acme', version: '1.0.0' };
    expect(read({ plugin_info, compatibility: {}, configuration: {} })).toEqual({
      findings: [
        expect.objectContaining({
          code: 'MANIFEST_INVALID',
          place: expect.objectContaining({ path: 'plugin_info' }),
        }),
      ],
    });
  });

  test.each(['compatibility', 'configuration'])('without the section %s is refused', (section) => {
    const fields = {
      plugin_info: { name: 'acme', version: '1.0.0', type: 'ui' },
      compatibility: {},
      configuration: {},
      [section]: undefined,
    };
    expect(read(fields).findings).toMatchObject([{ code: 'MANIFEST_INVALID', place: { path: section } }]);
  });
});
