import { createHmac } from 'node:crypto';
import type { BourseManifest } from '../../manifest/index.js';
import type { Vault } from '../../vault/index.js';

/**
 * Changes whenever one of the credentials of a connection does, and is equal for connections of one plugin with equal ones;
 * tells nothing of them.
 */
export function fingerprintCredentials(
  vault: Vault,
  {
    connection,
    pluginId,
    manifest,
  }: { readonly connection: string; readonly pluginId: string; readonly manifest: BourseManifest },
): string {
  const key = vault.deriveKey('credentials');
  const hmac = createHmac('sha256', key).update(pluginId);
  for (const name of Object.keys(manifest.credentials ?? {}).sort()) {
    const secret = vault.read(connection, name);
    hmac.update(`\0${name}\0${secret?.byteLength ?? -1}\0`);
    if (secret !== undefined) hmac.update(secret);
    secret?.fill(0);
  }
  key.fill(0);
  return hmac.digest('hex').slice(0, 32);
}
