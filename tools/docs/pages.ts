import { PROBLEM_CODES } from '@bourse/core/interfaces';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { REFERENCE } from './reference/reference.ts';
import { renderErrors } from './render-errors.ts';
import { renderManifest } from './render-manifest.ts';

/** The generated pages by their paths below docs/. */
export const PAGES: Readonly<Record<string, () => string>> = {
  ...REFERENCE,
  'errors.md': () => renderErrors(PROBLEM_CODES),
  // A test of the sdk keeps the schema what the contract says.
  'manifest.md': () =>
    renderManifest(JSON.parse(readFileSync(join(ROOT, 'packages', 'sdk', 'plugin.schema.json'), 'utf8'))),
};
