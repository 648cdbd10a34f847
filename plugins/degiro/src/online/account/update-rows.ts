import { Fields } from '../json/fields.js';
import type { Json } from '../json/parse-json.js';
import type { Site } from '../site/site.js';

const SECTION = 'portfolio';

/** All rows of the portfolio, of cash as well as of products. */
export async function askPortfolio(site: Site): Promise<Fields[]> {
  return foldRows(
    await site.ask('trading', 'v5/update/{intAccount}', { query: { [SECTION]: '0' } }),
    SECTION,
  );
}

/** The rows of products; those of positions that were closed have the size 0. */
export async function askPositions(site: Site): Promise<Fields[]> {
  return (await askPortfolio(site)).filter((row) => row.optionalText('positionType') === 'PRODUCT');
}

/**
 * The rows of a section of the update feed, each folded from its list of cells into an object. A cell without a value is
 * null; one with 0 or false has that value.
 */
function foldRows(answer: Fields, section: string): Fields[] {
  return answer
    .object(section)
    .objects('value')
    .filter((row) => !row.isTrue('isRemoved'))
    .map(
      (row) =>
        new Fields(foldCells(row.objects('value')), `/${section}/value/${row.optionalText('id') ?? ''}`),
    );
}

function foldCells(cells: readonly Fields[]): Json {
  return Object.fromEntries(
    cells.map((cell) => {
      const value = cell.entries().find(([name]) => name === 'value')?.[1] ?? null;
      return [cell.text('name'), value];
    }),
  );
}
