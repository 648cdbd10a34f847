import { expect, test } from '@jest/globals';
import * as testing from './index.js';

test('the exports are these', () => {
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "CassetteRecorder",
      "FakeClock",
      "MemoryStorage",
      "ScriptedNetwork",
      "buildAccount",
      "buildCashMovement",
      "buildCorporateAction",
      "buildDividend",
      "buildFee",
      "buildInstrument",
      "buildPosition",
      "buildTransaction",
      "buildTransfer",
      "mockHost",
      "parseCassette",
      "playCassette",
      "readStatement",
      "testBroker",
      "testDataProvider",
      "throughEmulator",
    ]
  `);
});
