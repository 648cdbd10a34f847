import type { BuiltManifest } from '../interfaces/index.js';
import type { BourseManifest, ForeignManifest } from '../manifest/index.js';

/** The fields of a built manifest that has nothing wrong with it. */
export const ACME_FIELDS: BuiltManifest = {
  id: 'acme',
  type: 'broker',
  institution: 'Acme Securities',
  api: '>=1.0.0 <2.0.0',
  main: './dist/plugin.js',
  services: ['account', 'statement'],
  portfolio: 'derived',
  statements: [{ format: 'acme-csv', extension: 'csv', headerTokens: ['Date', 'Amount'], maxBytes: 1_000 }],
  name: '@acme/plugin-acme',
  version: '1.2.3',
  files: { 'dist/plugin.js': `sha256:${'a'.repeat(64)}`, 'dist/plugin.js.map': `sha256:${'b'.repeat(64)}` },
};

/** That manifest as it is after reading, with other fields where a test wants them. */
export function acmeManifest(fields: Partial<BuiltManifest> = {}): BourseManifest {
  return { ...ACME_FIELDS, main: 'dist/plugin.js', ...fields, dialect: 'bourse' };
}

/** A manifest of another host as it is after reading. */
export function foreignManifest(fields: Partial<ForeignManifest> = {}): ForeignManifest {
  return {
    dialect: 'broker-manifest',
    id: 'acme',
    name: 'acme-broker',
    version: '1.2.3',
    type: 'broker',
    api: '>=1.0.0 <2.0.0',
    services: [],
    metadata: {},
    ...fields,
  };
}
