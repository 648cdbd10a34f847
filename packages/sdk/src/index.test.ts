import { expect, test } from '@jest/globals';
import * as sdk from './index.js';

test('the exports are these', () => {
  expect(Object.keys(sdk).sort()).toMatchInlineSnapshot(`
    [
      "DEFAULT_ACCOUNT_ID",
      "PAGE_MAX_ITEMS",
      "PART_MAX_RECORDS",
      "ProblemError",
      "QUOTE_MAX_INSTRUMENTS",
      "StatementParts",
      "decodeText",
      "defineBroker",
      "defineDataProvider",
      "findMinorUnit",
      "followSocket",
      "guessDecimalMark",
      "isCalendarDate",
      "isCurrency",
      "isDecimal",
      "isInstant",
      "isIsin",
      "minorUnitDigits",
      "parseJson",
      "parseLocal",
      "parseNumber",
      "quoteCell",
      "rawRow",
      "rawRows",
      "readCsv",
      "roundNoise",
    ]
  `);
});
