import { checkSchemes } from '../../gateway/scheme/index.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Recipes of requests can be carried out, with credentials that are tied to where they go. */
export const checkSigningSchemes: ManifestRule = (manifest) =>
  manifest.dialect === 'bourse' ? checkSchemes(manifest) : [];
