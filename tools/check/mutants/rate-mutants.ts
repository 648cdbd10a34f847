import type { Mutant } from './mutant.ts';

const LIST = 'src/list-fx-rates.ts';
const ITEMS = "listOf(answer, 'rates').flatMap(toRate)";

/** Of a data provider that asks an API with a key. */
export const rateMutants: readonly Mutant[] = [
  { code: 'BQ104', what: 'leaves the contract suite out', file: 'test/contract.test.ts' },
  {
    code: 'BQ110',
    what: 'tells each rate twice',
    file: LIST,
    edit: [ITEMS, `${ITEMS}.flatMap((rate) => [rate, rate])`],
  },
  {
    code: 'BQ110',
    what: 'ignores until',
    file: LIST,
    edit: ['to: until', "to: until === undefined ? until : '2099-12-31'"],
  },
];
