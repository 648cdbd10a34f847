import { describe, expect, test } from '@jest/globals';
import { TestFolder } from '../../test/acme.js';
import {
  countStatements,
  stateOf,
  statesOf,
  expectWholeAfterCrash,
  overlappingImports,
} from '../../test/crash-points.js';
import { dumpOf } from '../../test/dump.js';
import { runImport } from '../../test/import-process.js';
import { openLedger } from './ledger.js';

const POINTS = 20;

/** In milliseconds; each point starts a process. */
const TIMEOUT = 120_000;

describe('a process that is killed while it imports', () => {
  test(
    'leaves the ledger as before or after, and importing again makes it whole',
    async () => {
      const imports = await overlappingImports(12);
      const states = statesOf(imports);
      const statements = await countStatements(imports);
      for (let point = 0; point < POINTS; point += 1)
        await expectWholeAfterCrash(imports, 1 + Math.floor((point * statements) / POINTS), states);
    },
    TIMEOUT,
  );
});

describe('two processes that import at once', () => {
  test(
    'give the ledger that one after the other gives, also where both have to make it',
    async () => {
      const imports = await overlappingImports(200);
      using folder = new TestFolder();
      await Promise.all(imports.map((each) => runImport(folder, { ledger: folder.ledger, imports: [each] })));
      using ledger = openLedger(folder.ledger);
      using other = new TestFolder();
      await runImport(other, { ledger: other.ledger, imports });
      using oneAfterTheOther = openLedger(other.ledger);
      expect(dumpOf(ledger)).toEqual(dumpOf(oneAfterTheOther));
      expect(ledger.listImports()).toHaveLength(2);
    },
    TIMEOUT,
  );
});

describe('a full disk', () => {
  test(
    'is reported, and leaves the ledger as it was before',
    async () => {
      const imports = await overlappingImports(2_000);
      using folder = new TestFolder();
      using ledger = openLedger(folder.ledger);
      // What is staged stays below the limit; what is merged does not.
      const job = { ledger: folder.ledger, imports, fileBlocks: 2_000 };
      await expect(runImport(folder, job)).rejects.toThrow('LEDGER_UNAVAILABLE');
      expect(stateOf(ledger)).toEqual([]);
      await runImport(folder, { ledger: folder.ledger, imports });
      expect(ledger.listImports()).toHaveLength(2);
    },
    TIMEOUT,
  );
});
