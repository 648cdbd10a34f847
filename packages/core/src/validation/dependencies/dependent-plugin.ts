/** A plugin that could start if the plugins that it depends on can. */
export interface DependentPlugin {
  readonly id: string;
  readonly version: string;
  /** Semver ranges of other plugins, by id. */
  readonly plugins?: Readonly<Record<string, string>> | undefined;
}
