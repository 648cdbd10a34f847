import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import type { ManifestRule } from '../manifest-rule.js';

/** Signatures belong to the service `statement`: with it there is one at least, without it none, and none twice. */
export const checkStatements: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  const { statements = [], services } = manifest;
  const offered = services.includes('statement');
  if (offered && statements.length === 0) {
    const message =
      'The service "statement" needs at least one signature, or no file is ever shown to the plugin.';
    return [
      error('MANIFEST_INVALID', message, { path: 'statements' }, 'Describe a file under "statements".'),
    ];
  }
  if (!offered && statements.length > 0) {
    const remedy = 'Add "statement" to the services.';
    return [
      error('MANIFEST_INVALID', 'Signatures need the service "statement".', { path: 'statements' }, remedy),
    ];
  }
  return listRepeated(
    statements.map(({ title: _title, maxBytes: _maxBytes, ...signature }) => JSON.stringify(signature)),
  );
};

function listRepeated(signatures: readonly string[]): Finding[] {
  return signatures.flatMap((signature, index) => {
    const first = signatures.indexOf(signature);
    if (first === index) return [];
    const path = joinPath('statements', index);
    return [
      error('MANIFEST_INVALID', `The signature repeats statements[${first}].`, { path }, 'Keep one of them.'),
    ];
  });
}
