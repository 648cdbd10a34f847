/** An entry point whose exports are watched. */
export interface EntryPoint {
  /** Short name of the package: its folder below packages/. */
  readonly package: string;
  /** The key of `exports` in package.json. */
  readonly subpath: string;
  /** The report, below the package. */
  readonly report: string;
}

/** What authors of plugins use. */
export const ENTRY_POINTS: readonly EntryPoint[] = [
  { package: 'core', subpath: './interfaces', report: 'api/interfaces.api.md' },
  { package: 'sdk', subpath: '.', report: 'api/sdk.api.md' },
  { package: 'sdk', subpath: './testing', report: 'api/testing.api.md' },
  { package: 'sdk', subpath: './emulator', report: 'api/emulator.api.md' },
];

/** Short names of their packages. */
export const WATCHED_PACKAGES: readonly string[] = [...new Set(ENTRY_POINTS.map((entry) => entry.package))];
