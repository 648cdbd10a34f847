import { expect, test } from '@jest/globals';
import * as cell from './index.js';
import * as testing from './testing.js';

test('the room exports what others may use', () => {
  expect(Object.keys(cell).sort()).toMatchInlineSnapshot(`
    [
      "CRASHES_UNTIL_QUARANTINE",
      "CRASH_WINDOW_MS",
      "Cell",
      "CellSupervisor",
      "DEFAULT_LIMITS",
      "EvidenceBundleSchema",
      "HEALTH_METHOD",
      "HEALTH_SERVICE",
      "MemoryCrashHistory",
      "WarmSpares",
      "replayEvidence",
    ]
  `);
});

test('belts come off through the entry for tests alone', () => {
  expect(Object.keys(testing)).toEqual(['ALL_BELTS']);
  expect(Object.keys(cell)).not.toContain('ALL_BELTS');
});
