/** A package as npm would publish it. */
export interface PackageFacts {
  /** Below the root of the repository, such as `packages/core`. */
  readonly folder: string;
  /** A plugin is loaded by a host; a library is imported. */
  readonly kind: 'library' | 'plugin';
  readonly packageJson: Readonly<Record<string, unknown>>;
  /** Paths of all files in the archive, without `package/` in front. */
  readonly files: readonly string[];
  /** The text of one of the files. */
  readonly read: (file: string) => string;
  /** Size of the archive. */
  readonly packedBytes: number;
  /** Where the archive is. */
  readonly archive: string;
}
