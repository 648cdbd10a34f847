import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFolders } from './plugin-folders.mjs';
import { readStamp } from './stamp.mjs';
import { signatureOf } from './signature.mjs';

/** What a plugin's bundle is made with, beside its own files. */
const AUTHORING = ['package-lock.json', 'tsconfig.base.json', 'packages/core', 'packages/sdk'];

export const buildStampFile = (root) => join(root, 'dist', 'build-stamp.json');

/**
 * Compares the sources with the stamp of the last build.
 * @returns {{ packages: boolean, plugins: string[], nothing: boolean, signatures: { packages: string, plugins: Record<string, string> } }}
 */
export function staleParts(root) {
  const stamp = readStamp(buildStampFile(root));
  const signatures = currentSignatures(root);
  const packages = signatures.packages !== stamp?.packages || !packagesAreBuilt(root);
  const folders = Object.keys(signatures.plugins);
  const plugins = folders.filter((folder) => {
    return (
      signatures.plugins[folder] !== stamp?.plugins[folder] ||
      !existsSync(join(root, folder, 'dist', 'manifest.json'))
    );
  });
  const gone = Object.keys(stamp?.plugins ?? {}).some((folder) => !folders.includes(folder));
  return { packages, plugins, nothing: !packages && !gone && plugins.length === 0, signatures };
}

function currentSignatures(root) {
  const authoring = signatureOf(root, AUTHORING);
  const plugins = pluginFolders(root).map((folder) => [
    folder,
    `${authoring}-${signatureOf(root, [folder])}`,
  ]);
  return {
    packages: `${authoring}-${signatureOf(root, ['packages'])}`,
    plugins: Object.fromEntries(plugins),
  };
}

function packagesAreBuilt(root) {
  return readdirSync(join(root, 'packages')).every((name) =>
    existsSync(join(root, 'packages', name, 'dist', 'index.js')),
  );
}
