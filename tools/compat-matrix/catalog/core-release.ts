/** One core, which gives the matrix a column for each contract that it serves. */
export interface CoreRelease {
  readonly version: string;
  readonly isReleased: boolean;
  /** Its script. */
  readonly file: string;
  readonly contracts: readonly string[];
  /** Changes with the package and with what is installed of its dependencies. */
  readonly digest: string;
  /** Dependencies that are installed in another version than the core asks for. */
  readonly strays: readonly string[];
}
