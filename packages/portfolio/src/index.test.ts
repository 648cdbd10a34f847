import { expect, test } from '@jest/globals';
import * as portfolio from './index.js';

test('exports what is promised', () => {
  expect(Object.keys(portfolio).sort()).toMatchInlineSnapshot(`
    [
      "commonKeyOf",
      "deriveCash",
      "derivePortfolio",
      "explainCash",
      "explainPosition",
      "findDuplicateProblems",
      "listCashMovements",
      "listCharges",
      "listChargesInKind",
      "listDividends",
      "listExpectedDividends",
      "listRealizations",
      "listTaxesApart",
      "openLedger",
      "reconcile",
      "reconcileSync",
      "separateSimulated",
      "simulatedInstitution",
      "sumMoneyInBase",
      "summarizeCashMovements",
      "summarizeCharges",
      "summarizeDividends",
      "syncConnections",
    ]
  `);
});
