import { setFlagsFromString } from 'node:v8';

/** How much the heap may grow before the next full collection, in percent of what was in use after the last. */
const GROWTH_PERCENT = 20;

/**
 * Lets an import of many records live in little memory: on a large machine the heap would grow to several times what is
 * in use. V8 reads the flag at each collection, so it may be set while the program runs.
 */
export function collectEarly(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
