declare module '@pnpm/npm-conf' {
  /** What npm would read, the nearest first. */
  function loadSettings(): { readonly config: { readonly snapshot: Readonly<Record<string, unknown>> } };
  export = loadSettings;
}
