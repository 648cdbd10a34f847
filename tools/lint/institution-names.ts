/** The names under which a plugin's institution is known: its own, the plugin's id and the package's. */
export function namesOf(manifest: unknown, packageJson: unknown): string[] {
  const names = [textAt(manifest, 'institution'), textAt(manifest, 'id'), textAt(packageJson, 'name')];
  return names.filter((name) => name !== undefined);
}

function textAt(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof text === 'string' ? text : undefined;
}

/** Where a text names one of them as a word of its own, in any case; lines count from 0. */
export function institutionsNamedIn(
  text: string,
  names: readonly string[],
): { name: string; line: number }[] {
  const lines = text.split('\n');
  return names.flatMap((name) => {
    const word = new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(name)}(?![\\p{L}\\d])`, 'iu');
    return lines.flatMap((line, index) => (word.test(line) ? [{ name, line: index }] : []));
  });
}
