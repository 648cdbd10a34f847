import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import type { ManifestRule } from '../manifest-rule.js';

/** There is a digest for the script and for each asset, and for nothing that is neither of them nor the source map. */
export const checkDigestedFiles: ManifestRule = (manifest) => {
  if (manifest.dialect !== 'bourse') return [];
  const { main, assets = [], files } = manifest;
  const named = [main, ...assets];
  const unnamed = Object.keys(files).filter((path) => !named.includes(path) && path !== `${main}.map`);
  return [
    ...named.filter((path) => !Object.hasOwn(files, path)).map(withoutDigest),
    ...unnamed.map(withoutName),
  ];
};

function withoutDigest(path: string): Finding {
  const remedy = 'Build the plugin with "bourse-plugin build".';
  return error('MANIFEST_INVALID', `There is no digest of "${path}".`, { path: 'files' }, remedy);
}

function withoutName(path: string): Finding {
  const message = `"${path}" is neither the script nor its map nor an asset.`;
  return error('MANIFEST_INVALID', message, { path: joinPath('files', path) }, 'Name it under "assets".');
}
