import { error } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { looksSecret } from '../../manifest/secret-words.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Settings are shown, kept and logged as they are, so they hold no secrets. */
export const checkSecretSettings: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  return Object.entries(manifest.settings?.properties ?? {})
    .filter(([name, { title = '' }]) => looksSecret(name) || looksSecret(title))
    .map(([name]) => {
      const path = joinPath('settings.properties', name);
      return error('SECRET_IN_SETTINGS', `The setting "${name}" looks like a secret.`, { path });
    });
};
