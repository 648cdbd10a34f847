export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without members that are undefined. */
export function defined(value: PlainObject): PlainObject {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
