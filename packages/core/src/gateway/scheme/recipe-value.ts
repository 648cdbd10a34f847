/** A value of a recipe. */
export interface RecipeValue {
  readonly bytes: Uint8Array;
  /** Whether it was made from a secret. */
  readonly secret: boolean;
  /** Whether it is, or was made from, a secret that is too short to be searched for in answers. */
  readonly short: boolean;
}

/** What a recipe starts with: literal text, clocks, random text. */
export function openValue(content: string | Uint8Array): RecipeValue {
  return { bytes: typeof content === 'string' ? Buffer.from(content) : content, secret: false, short: false };
}

/** A value that was made from others. */
export function derivedValue(content: string | Uint8Array, from: readonly RecipeValue[]): RecipeValue {
  return {
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
    secret: from.some(({ secret }) => secret),
    short: from.some(({ short }) => short),
  };
}
