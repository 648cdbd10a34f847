import type { Risk } from '../account-terms.js';

/** How often a listing is bought, out of the sum of all, by risk. */
export const PLANS: Readonly<Record<Risk, Readonly<Record<string, number>>>> = {
  cautious: { BORB: 10, AURW: 6, GHFD: 2, CLDR: 2 },
  balanced: { AURW: 8, BORB: 3, CLDR: 3, DMNT: 2, EICH: 2, FENS: 5, GHFD: 3, HLCY: 1 },
  bold: { FENS: 7, HLCY: 5, EICH: 4, DMNT: 3, CLDR: 3, AURW: 3, GHFD: 2 },
};
