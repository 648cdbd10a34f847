import { describe, expect, test } from '@jest/globals';
import type { BuiltManifest } from '../interfaces/index.js';
import type { BourseManifest, Finding, NormalizedManifest } from '../manifest/index.js';
import { acmeManifest, foreignManifest } from '../testing/acme-manifest.js';
import type { HostEnvironment } from './environment.js';
import { validateManifest } from './validate-manifest.js';

const HOST: HostEnvironment = {
  hostVersion: '1.0.0',
  apiVersions: ['1.0.0', '1.1.0'],
  nodeVersion: '26.10.0',
  os: 'linux',
};

type Expected = readonly [code: string, severity: string, path: string];

const summary = (findings: readonly Finding[]): Expected[] =>
  findings.map(({ code, severity, place }) => [code, severity, place.path ?? '']);
const check = (manifest: NormalizedManifest, host: Partial<HostEnvironment> = {}) =>
  validateManifest(manifest, { ...HOST, ...host });
const checkFields = (fields: Partial<BuiltManifest>) => summary(check(acmeManifest(fields)));
/** The manifest without some of its fields. */
const without = (...names: (keyof BourseManifest)[]): BourseManifest => {
  const manifest = acmeManifest();
  for (const name of names) Reflect.deleteProperty(manifest, name);
  return manifest;
};

test('nothing is wrong with a good manifest', () => {
  expect(check(acmeManifest())).toEqual([]);
  expect(check(foreignManifest())).toEqual([]);
});

describe('the id is the package name without its prefix', () => {
  test.each(['@acme/plugin-acme', 'bourse-plugin-acme', '@acme/bourse-plugin-acme', '@a.b/plugin-acme'])(
    '%s',
    (name) => {
      expect(checkFields({ name })).toEqual([]);
    },
  );

  test.each([
    'acme',
    'plugin-acme',
    '@acme/acme',
    '@acme/plugin-other',
    'bourse-plugin-acme2',
    '@acme/x/plugin-acme',
    '@/plugin-acme',
    '@acme/plugin-Acme',
  ])('and not %s', (name) => {
    expect(checkFields({ name })).toContainEqual(['PLUGIN_ID_INVALID', 'error', 'id']);
  });

  test('which does not matter in a manifest of another host', () => {
    expect(check(foreignManifest({ name: 'anything' }))).toEqual([]);
  });
});

describe('the type', () => {
  test('is one that the contract serves', () => {
    const [finding] = check(acmeManifest({ type: 'strategy' }));
    expect(finding).toMatchObject({
      code: 'TYPE_NOT_YET_SERVED',
      severity: 'error',
      place: { path: 'type' },
    });
    expect(finding?.message).toContain('"strategy"');
  });

  test('needs an institution for a broker', () => {
    expect(summary(check(without('institution')))).toEqual([['MANIFEST_INVALID', 'error', 'institution']]);
  });
});

describe('versions', () => {
  test.each(['1.2.3', '1.2.3-beta.1', '1.2.3+build.7', '0.0.0'])('%s is one', (version) => {
    expect(checkFields({ version })).toEqual([]);
  });

  test.each(['1.2', 'v1.2.3', ' 1.2.3', '=1.2.3', '1.2.3.4', '01.2.3', 'latest', '1.2.3-'])(
    '%j is none',
    (version) => {
      expect(checkFields({ version })).toEqual([['VERSION_INVALID', 'error', 'version']]);
    },
  );

  test('of the contract and of other plugins are ranges', () => {
    expect(checkFields({ api: 'one' })).toEqual([['VERSION_INVALID', 'error', 'api']]);
    expect(checkFields({ plugins: { 'day-rates': '^1.0.0', other: '>=1' } })).toEqual([]);
    expect(checkFields({ plugins: { 'day-rates': 'later', other: '^1' } })).toEqual([
      ['VERSION_INVALID', 'error', 'plugins["day-rates"]'],
    ]);
  });
});

describe('the contract', () => {
  test.each(['>=1.0.0 <2.0.0', '1.0.0', '^1.1.0', '*', '>=0.9.0'])(
    '%s has a version in common with the host',
    (api) => {
      expect(checkFields({ api })).toEqual([]);
    },
  );

  test('that is too new for the host is refused with both sides named', () => {
    expect(check(acmeManifest({ api: '^2.0.0' }))).toMatchObject([
      {
        code: 'API_INCOMPATIBLE',
        message: 'The plugin is written for contract ^2.0.0; this host serves 1.0.0, 1.1.0.',
        remedy: 'Update Bourse.',
      },
    ]);
  });

  test('that is too old for the host is refused with the plugin to be updated', () => {
    expect(check(acmeManifest({ api: '<1.0.0' }))).toMatchObject([
      { code: 'API_INCOMPATIBLE', remedy: 'Update the plugin.' },
    ]);
  });
});

describe('the operating system', () => {
  test('is any where the manifest names none', () => {
    expect(checkFields({ os: [] })).toEqual([]);
  });

  test('is one that the manifest names', () => {
    expect(checkFields({ os: ['darwin', 'linux'] })).toEqual([]);
    expect(check(acmeManifest({ os: ['darwin', 'win32'] }))).toMatchObject([
      {
        code: 'OS_UNSUPPORTED',
        message: 'The plugin runs on darwin, win32; this is linux.',
        place: { path: 'os' },
      },
    ]);
  });
});

describe('services', () => {
  test('that the contract does not know are refused', () => {
    expect(checkFields({ services: ['account', 'statement', 'portfolios'] })).toEqual([
      ['SERVICE_UNKNOWN', 'error', 'services'],
    ]);
    expect(checkFields({ services: ['statement', 'constructor'] })).toEqual([
      ['SERVICE_UNKNOWN', 'error', 'services'],
    ]);
  });

  test('of later contracts are left out with a warning', () => {
    const [finding] = check(acmeManifest({ services: ['statement', 'order'] }));
    expect(finding).toMatchObject({ code: 'PERMISSION_NOT_YET_SERVED', severity: 'warning' });
    expect(finding?.message).toBe('The service "order" comes with contract 1.2; the plugin runs without it.');
  });
});

describe('the portfolio', () => {
  const services = ['statement', 'portfolio'];

  test('is reported by the service or derived', () => {
    expect(checkFields({ services, portfolio: 'reported' })).toEqual([]);
    expect(checkFields({ services: ['statement'], portfolio: 'derived' })).toEqual([]);
    expect(summary(check({ ...without('portfolio'), services }))).toEqual([]);
  });

  test('is not reported without the service', () => {
    expect(checkFields({ services: ['statement'], portfolio: 'reported' })).toEqual([
      ['MANIFEST_INVALID', 'error', 'portfolio'],
    ]);
  });

  test('is not derived beside the service', () => {
    expect(checkFields({ services, portfolio: 'derived' })).toEqual([
      ['MANIFEST_INVALID', 'error', 'portfolio'],
    ]);
  });
});

describe('signatures of statements', () => {
  const signature = { format: 'acme-csv', extension: 'csv', headerTokens: ['Date'], maxBytes: 1_000 };

  test('need the service', () => {
    expect(checkFields({ services: ['account'] })).toEqual([['MANIFEST_INVALID', 'error', 'statements']]);
    expect(summary(check({ ...without('statements'), services: ['account'] }))).toEqual([]);
  });

  test('are needed by the service', () => {
    expect(summary(check(without('statements')))).toEqual([['MANIFEST_INVALID', 'error', 'statements']]);
    expect(checkFields({ statements: [] })).toEqual([['MANIFEST_INVALID', 'error', 'statements']]);
  });

  test('may share a format, but not everything', () => {
    expect(checkFields({ statements: [signature, { ...signature, headerTokens: ['Datum'] }] })).toEqual([]);
    expect(
      checkFields({ statements: [signature, { ...signature, title: 'Again', maxBytes: 2_000 }] }),
    ).toEqual([['MANIFEST_INVALID', 'error', 'statements[1]']]);
  });
});

describe('paths', () => {
  const digest = `sha256:${'a'.repeat(64)}`;

  test.each(['../plugin.js', '/plugin.js', 'C:\\plugin.js', 'dist/../../plugin.js', 'file:plugin.js'])(
    'do not lead out of the package: %s',
    (main) => {
      expect(checkFields({ main, files: { [main]: digest } })).toEqual([
        ['ENTRY_OUTSIDE_PACKAGE', 'error', 'main'],
        ['ENTRY_OUTSIDE_PACKAGE', 'error', `files[${JSON.stringify(main)}]`],
      ]);
    },
  );

  test('of assets stay in the package too', () => {
    expect(checkFields({ assets: ['../../secrets.json'] })).toContainEqual([
      'ENTRY_OUTSIDE_PACKAGE',
      'error',
      'assets[0]',
    ]);
  });

  test('do not differ in case only', () => {
    const files = { 'dist/plugin.js': digest, 'rates.json': digest, 'Rates.json': digest };
    expect(checkFields({ files, assets: ['rates.json', 'Rates.json'] })).toEqual([
      ['MANIFEST_INVALID', 'error', 'files["Rates.json"]'],
    ]);
  });

  test('have a digest each, and nothing else has one', () => {
    const files = { 'dist/plugin.js': digest, 'dist/plugin.js.map': digest, 'rates.json': digest };
    expect(checkFields({ files, assets: ['rates.json'] })).toEqual([]);
    expect(checkFields({ assets: ['rates.json'] })).toEqual([['MANIFEST_INVALID', 'error', 'files']]);
    expect(checkFields({ files: {} })).toEqual([['MANIFEST_INVALID', 'error', 'files']]);
    expect(checkFields({ files })).toEqual([['MANIFEST_INVALID', 'error', 'files["rates.json"]']]);
  });
});

describe('what contract 1.1 serves', () => {
  const permission = {
    origin: 'https://api.acme.example',
    methods: ['GET' as const],
    paths: ['/v2/**'],
    access: 'read' as const,
    why: 'reads trades',
  };

  test('is named and left out of a plugin that claims contract 1.0 alone', () => {
    const fields = {
      api: '~1.0.0',
      network: [permission],
      credentials: { apiKey: { label: 'API key' } },
      schemes: { acme: { place: [{ header: 'x-key', value: { credential: 'apiKey' } }] } },
      storage: '1MiB',
    };
    expect(checkFields(fields)).toEqual(
      ['network', 'credentials', 'schemes', 'storage'].map((path) => [
        'PERMISSION_NOT_YET_SERVED',
        'warning',
        path,
      ]),
    );
  });

  test('is there for a plugin that claims contract 1.1 too', () => {
    expect(checkFields({ network: [permission], storage: '1MiB' })).toEqual([]);
    expect(checkFields({ services: ['statement', 'quote'] })).toEqual([]);
    expect(checkFields({ services: ['statement', 'quote'], api: '1.0.0' })).toEqual([
      ['PERMISSION_NOT_YET_SERVED', 'warning', 'services'],
    ]);
  });

  test('has data providers, whose services are not those of brokers', () => {
    const provider = { type: 'data-provider' as const, services: ['rates'], statements: [] };
    expect(checkFields(provider)).toEqual([]);
    expect(checkFields({ ...provider, api: '1.0.0' })).toContainEqual([
      'TYPE_NOT_YET_SERVED',
      'error',
      'type',
    ]);
    expect(checkFields({ ...provider, services: ['rates', 'cash'] })).toEqual([
      ['MANIFEST_INVALID', 'error', 'services'],
    ]);
    expect(checkFields({ services: ['statement', 'rates'] })).toEqual([
      ['MANIFEST_INVALID', 'error', 'services'],
    ]);
  });

  test('is checked with its recipes', () => {
    expect(checkFields({ network: [{ ...permission, scheme: 'none' }] })).toContainEqual([
      'MANIFEST_INVALID',
      'error',
      'network[0].scheme',
    ]);
  });

  test.each(['/', '/v2', '/v2/*', '/v2/*/trades/**', '/**', '/a%20b/c;v=1,2:3@4', '/(a+)+$', '/v2/'])(
    'takes the pattern %s, of which nothing is a regular expression',
    (pattern) => {
      expect(checkFields({ network: [{ ...permission, paths: [pattern] }] })).toEqual([]);
    },
  );

  test.each([
    '',
    'v2',
    '/v2/**/trades',
    '/v*',
    '/[a-z]',
    '/v2?x=1',
    '/../v2',
    '/./v2',
    '//v2',
    '/a b',
    '/v2/%zz',
    '/v2#x',
    '/\\d',
  ])('refuses the pattern %j', (pattern) => {
    expect(checkFields({ network: [permission, { ...permission, paths: ['/v2', pattern] }] })).toContainEqual(
      ['MANIFEST_INVALID', 'error', 'network[1].paths[1]'],
    );
  });
});

describe('settings', () => {
  const settings = (
    properties: NonNullable<BuiltManifest['settings']>['properties'],
    required?: string[],
  ) => ({
    settings: { type: 'object' as const, properties, ...(required && { required }) },
  });

  test('hold no secrets', () => {
    expect(
      checkFields(
        settings({
          rounding: { type: 'string' },
          apiKey: { type: 'string' },
          code: { type: 'string', title: 'Your PIN' },
        }),
      ),
    ).toEqual([
      ['SECRET_IN_SETTINGS', 'error', 'settings.properties.apiKey'],
      ['SECRET_IN_SETTINGS', 'error', 'settings.properties.code'],
    ]);
  });

  test('have defaults that fit', () => {
    expect(
      checkFields(
        settings({
          depth: { type: 'integer', minimum: 1, default: 3 },
          names: { type: 'array', items: { type: 'string' }, default: ['a'] },
        }),
      ),
    ).toEqual([]);
    expect(
      checkFields(
        settings({
          depth: { type: 'integer', minimum: 1, default: 0 },
          names: { type: 'array', items: { type: 'string' }, default: ['a', 7] },
        }),
      ),
    ).toEqual([
      ['SETTINGS_SCHEMA_INVALID', 'error', 'settings.properties.depth.default'],
      ['SETTINGS_SCHEMA_INVALID', 'error', 'settings.properties.names.default[1]'],
    ]);
  });

  test('that are required are described', () => {
    expect(checkFields(settings({ depth: { type: 'integer' } }, ['depth']))).toEqual([]);
    expect(checkFields(settings({ depth: { type: 'integer' } }, ['depht']))).toEqual([
      ['SETTINGS_SCHEMA_INVALID', 'error', 'settings.required'],
    ]);
  });

  test('of another host are checked too', () => {
    const { settings: schema } = settings({ depth: { type: 'integer', default: 0.5 } });
    expect(summary(check(foreignManifest({ settings: schema })))).toEqual([
      ['SETTINGS_SCHEMA_INVALID', 'error', 'settings.properties.depth.default'],
    ]);
  });
});

describe('names that a user reads', () => {
  test.each([
    ['institution', { institution: 'Acme\u202e' }],
    ['author', { author: 'Ac\u200bme' }],
    [
      'statements[0].title',
      {
        statements: [
          { format: 'acme-csv', extension: 'csv', headerTokens: ['Date'], maxBytes: 1, title: 'A\u0007' },
        ],
      },
    ],
  ])('hide nothing: %s', (path, fields) => {
    expect(checkFields(fields)).toEqual([['TEXT_DECEPTIVE', 'error', path]]);
  });

  test('that mix scripts are pointed out', () => {
    expect(checkFields({ institution: 'Аcme' })).toEqual([['TEXT_DECEPTIVE', 'warning', 'institution']]);
    expect(summary(check(foreignManifest({ metadata: { displayName: 'Аcme' } })))).toEqual([
      ['TEXT_DECEPTIVE', 'warning', 'displayName'],
    ]);
  });
});

describe('longer texts', () => {
  test('are plain', () => {
    expect(checkFields({ description: 'Zeilen\nund\tTabs, 日本語', termsNotice: 'Plain.' })).toEqual([]);
    expect(checkFields({ description: '\u001b[31mred' })).toEqual([
      ['TEXT_DECEPTIVE', 'error', 'description'],
    ]);
    expect(checkFields({ termsNotice: 'turned \u202e' })).toEqual([
      ['TEXT_DECEPTIVE', 'error', 'termsNotice'],
    ]);
  });
});
