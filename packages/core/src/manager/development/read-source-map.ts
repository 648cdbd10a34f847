import type { ServedVersion } from '../catalog-entry.js';
import type { HostState } from '../host-state.js';

/** The source map that a stored version has beside its script. */
export function readSourceMap(
  { store }: HostState,
  { manifest, digest }: Pick<ServedVersion, 'manifest' | 'digest'>,
): Uint8Array | undefined {
  const fileDigest = manifest.files[`${manifest.main.replace(/^\.\//, '')}.map`];
  return fileDigest === undefined ? undefined : store.readFile(digest, fileDigest);
}
