/** The most characters of a column's name. */
const NAME_MAX_CHARACTERS = 200;

const named = new WeakMap<readonly string[], readonly string[]>();

/** A name for each column that no other column has: `column 3` where it has none, `Amount (5)` where one occurs again. */
export function nameColumns(header: readonly string[]): readonly string[] {
  const known = named.get(header);
  if (known !== undefined) return known;
  const taken = new Set<string>();
  const names = header.map((cell, index) => {
    let unique = cell.trim().slice(0, NAME_MAX_CHARACTERS) || `column ${index + 1}`;
    while (taken.has(unique)) unique = `${unique} (${index + 1})`;
    taken.add(unique);
    return unique;
  });
  named.set(header, names);
  return names;
}
