/** A credential as the vault gives it. */
export interface CredentialValue {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** Whether answers are searched for it; a user name, for example, is none. */
  readonly secret: boolean;
}

/** Where a recipe takes values from; undefined where there is none. A source may throw a problem that says more. */
export interface SchemeSources {
  readonly credential: (name: string) => CredentialValue | undefined;
  /** A session id or token that an answer brought. */
  readonly capture: (name: string) => Uint8Array | undefined;
}

/** Clock, randomness and counter of the host. */
export interface SchemePorts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
  /** At least `now`, and more than ever before for the connection. */
  readonly counter: (now: number) => number;
}

/** A value that an answer must never show to the plugin. */
export interface LiveSecret {
  readonly name: string;
  readonly bytes: Uint8Array;
}
