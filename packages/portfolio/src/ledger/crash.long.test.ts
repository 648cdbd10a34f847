import { describe, test } from '@jest/globals';
import {
  countStatements,
  statesOf,
  expectWholeAfterCrash,
  overlappingImports,
} from '../../test/crash-points.js';

/** At least; every statement is a point of its own, and the rest are second runs of the first ones. */
const POINTS = 200;

/** In milliseconds; each point starts a process. */
const TIMEOUT = 1_200_000;

describe('a process that is killed while it imports', () => {
  test(
    'in front of any of its database statements leaves a ledger that importing again makes whole',
    async () => {
      const imports = await overlappingImports(70);
      const states = statesOf(imports);
      const statements = await countStatements(imports);
      for (let point = 0; point < Math.max(POINTS, statements); point += 1)
        await expectWholeAfterCrash(imports, 1 + (point % statements), states);
    },
    TIMEOUT,
  );
});
