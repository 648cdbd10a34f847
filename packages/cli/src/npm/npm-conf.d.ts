declare module '@pnpm/npm-conf' {
  /** What npm would read, the nearest first. */
  function loadSettings(options: {
    /** Without those of a project. */
    readonly global: boolean;
  }): {
    readonly config: { readonly snapshot: Readonly<Record<string, unknown>> };
    /** Files that could not be read, as sentences. */
    readonly warnings: readonly string[];
  };
  export = loadSettings;
}
