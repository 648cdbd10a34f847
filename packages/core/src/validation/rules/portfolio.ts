import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Positions are reported by the service `portfolio` or derived by the host, never both. */
export const checkPortfolio: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  const { portfolio, services } = manifest;
  const offered = services.includes('portfolio');
  if (portfolio === 'reported' && !offered) {
    return [
      error('MANIFEST_INVALID', '"portfolio": "reported" needs the service "portfolio".', {
        path: 'portfolio',
      }),
    ];
  }
  if (portfolio === 'derived' && offered) {
    const message = '"portfolio": "derived" contradicts the service "portfolio".';
    return [
      error('MANIFEST_INVALID', message, { path: 'portfolio' }, 'Say "reported", or take the service out.'),
    ];
  }
  return [];
};
