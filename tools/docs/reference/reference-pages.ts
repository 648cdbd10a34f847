/** A page of the reference: exports of an entry point. */
export interface ReferencePage {
  /** Below docs/. */
  readonly path: string;
  readonly title: string;
  readonly about: string;
  readonly package: string;
  readonly subpath: string;
  /** Beginnings of the paths of declaring files; what is declared elsewhere is on another page. */
  readonly files: readonly string[];
}

const CONTRACT = { package: 'core', subpath: './interfaces' };

export const REFERENCE_PAGES: readonly ReferencePage[] = [
  {
    ...CONTRACT,
    path: 'reference/records.md',
    title: 'Contract: values, records and statements',
    about: 'What plugins report. [Records](../records.md) explains signs and identities.',
    files: ['values/', 'enumerations/', 'records/', 'statement/'].map((file) => `core/interfaces/${file}`),
  },
  {
    ...CONTRACT,
    path: 'reference/services.md',
    title: 'Contract: plugins and services',
    about: 'What a plugin is, what it may offer, and what it gets.',
    files: ['services/', 'plugin/'].map((file) => `core/interfaces/${file}`),
  },
  {
    ...CONTRACT,
    path: 'reference/problems.md',
    title: 'Contract: problems',
    about: 'How errors are said. [Codes](../errors.md) lists every code.',
    files: ['core/interfaces/problems/'],
  },
  {
    ...CONTRACT,
    path: 'reference/manifest.md',
    title: 'Contract: manifest, permissions and versions',
    about: 'What a plugin says of itself. [The manifest](../manifest.md) lists the fields of `plugin.json`.',
    files: ['manifest/', 'gateway/', 'api-version'].map((file) => `core/interfaces/${file}`),
  },
  {
    path: 'reference/sdk.md',
    title: '@bourse/sdk',
    about:
      'What a plugin is written with. It also exports the values and types of the contract that authors need.',
    package: 'sdk',
    subpath: '.',
    files: ['sdk/'],
  },
  {
    path: 'reference/sdk-testing.md',
    title: '@bourse/sdk/testing',
    about: 'What a plugin is tested with.',
    package: 'sdk',
    subpath: './testing',
    files: ['sdk/', 'core/cassette/', 'core/cell/host/network-port'],
  },
  {
    path: 'reference/sdk-emulator.md',
    title: '@bourse/sdk/emulator',
    about: 'What the emulator of an institution is written with.',
    package: 'sdk',
    subpath: './emulator',
    files: ['sdk/'],
  },
];
