export { ConnectionSecrets, forgetCaptures, type ConnectionSecretsOptions } from './connection-secrets.js';
export { systemKeychain, type Keychain } from './keychain.js';
export type { MasterKeyOptions } from './master-key.js';
export { PROTECTION_TEXTS, type ProtectionKind } from './protection.js';
export { Vault, type VaultOptions } from './vault.js';
