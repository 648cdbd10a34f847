/** Ranges that are shown; the rest is left out. */
const SHOWN = 8;

/** Numbers in few words: 1, 2, 3, 7 is `1–3, 7`. */
export function formatRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((left, right) => left - right)) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] + 1 === number) range[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges
    .slice(0, SHOWN)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return [...shown, ...(ranges.length > SHOWN ? ['…'] : [])].join(', ');
}
