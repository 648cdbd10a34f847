/** A store of the operating system for secrets of the user. */
export interface Keychain {
  readonly get: (account: string) => string | undefined;
  readonly set: (account: string, secret: string) => void;
  readonly delete: (account: string) => void;
}

const SERVICE = 'bourse';

/**
 * The keychain of this system: Keychain, Credential Manager or Secret Service. Undefined where there is none, such as
 * on servers, or where it does not answer. The keyring of the Linux kernel is none: it is empty after a restart.
 */
export async function systemKeychain(): Promise<Keychain | undefined> {
  try {
    const { Entry } = await import('@napi-rs/keyring');
    const entry = (account: string) => new Entry(SERVICE, account, { linux: { store: 'secret-service' } });
    entry('probe').getPassword();
    return {
      get: (account) => entry(account).getPassword() ?? undefined,
      set: (account, secret) => entry(account).setPassword(secret),
      delete: (account) => void entry(account).deletePassword(),
    };
  } catch {
    return undefined;
  }
}
