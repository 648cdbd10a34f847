import { expect, test } from '@jest/globals';
import * as emulator from './index.js';

test('the exports are these', () => {
  expect(Object.keys(emulator).sort()).toMatchInlineSnapshot(`
    [
      "JournalError",
      "Random",
      "UndocumentedRequest",
      "bytes",
      "defineEmulator",
      "describeRun",
      "empty",
      "html",
      "json",
      "keepBeating",
      "loadEmulator",
      "text",
      "xml",
    ]
  `);
});
