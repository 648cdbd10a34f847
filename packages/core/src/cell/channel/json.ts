/** What crosses the channel: JSON data and nothing else. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

/** Levels of nesting that a value may have. */
export const JSON_DEPTH_LIMIT = 64;
