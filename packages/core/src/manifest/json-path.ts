const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;

/** Adds a key or an index to a JSON path: `statements[0].format`, `files["dist/plugin.js"]`. */
export function joinPath(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  const text = String(key);
  if (!PLAIN_KEY.test(text)) return `${path}[${JSON.stringify(text)}]`;
  return path === '' ? text : `${path}.${text}`;
}

/** Writes keys and indexes as a JSON path. */
export function toPath(keys: readonly PropertyKey[]): string {
  return keys.reduce<string>(joinPath, '');
}
