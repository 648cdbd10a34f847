import { error } from '../../manifest/finding.js';
import type { ManifestRule } from '../manifest-rule.js';

/** A broker names the institution whose accounts these are: it is part of every record's identity. */
export const checkInstitution: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse' || manifest.type !== 'broker' || manifest.institution !== undefined)
    return [];
  const message = 'A plugin of type "broker" needs an institution.';
  return [error('MANIFEST_INVALID', message, { path: 'institution' }, 'Add the field "institution".')];
};
