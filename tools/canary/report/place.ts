/** What was found in one place. */
export interface Place {
  readonly place: string;
  readonly searchedBytes: number;
  /** Which canaries, and how they are written there. */
  readonly hits: readonly string[];
  /** For a plugin that was given canaries: whether they were found. */
  readonly control: boolean | undefined;
}

export function isGood({ hits, control, searchedBytes }: Place): boolean {
  return control ?? (hits.length === 0 && searchedBytes > 0);
}
