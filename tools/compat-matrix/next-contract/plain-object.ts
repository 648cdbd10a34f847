export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without members that are undefined. On the way of each call: an object made of entries is slow to read later. */
export function defined(value: PlainObject): PlainObject {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(value)) if (value[name] !== undefined) kept[name] = value[name];
  return kept;
}
