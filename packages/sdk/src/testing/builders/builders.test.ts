import { expect, test } from '@jest/globals';
import {
  AccountSchema,
  CashMovementDraftSchema,
  CorporateActionDraftSchema,
  DividendDraftSchema,
  FeeDraftSchema,
  InstrumentSchema,
  PositionDraftSchema,
  TransactionDraftSchema,
  TransferDraftSchema,
} from '@bourse/core/interfaces';
import { readStatement } from '../mock-host.js';
import { defineBroker } from '../../broker/define-broker.js';
import { StatementParts } from '../../statement/statement-parts.js';
import { buildAccount } from './build-account.js';
import { buildCashMovement } from './build-cash-movement.js';
import { buildCorporateAction } from './build-corporate-action.js';
import { buildDividend } from './build-dividend.js';
import { buildFee } from './build-fee.js';
import { buildInstrument } from './build-instrument.js';
import { buildPosition } from './build-position.js';
import { buildTransaction } from './build-transaction.js';
import { buildTransfer } from './build-transfer.js';

test.each([
  [InstrumentSchema, buildInstrument()],
  [AccountSchema, buildAccount()],
  [TransactionDraftSchema, buildTransaction()],
  [CashMovementDraftSchema, buildCashMovement()],
  [TransferDraftSchema, buildTransfer()],
  [DividendDraftSchema, buildDividend()],
  [FeeDraftSchema, buildFee()],
  [CorporateActionDraftSchema, buildCorporateAction()],
  [PositionDraftSchema, buildPosition()],
])('what a builder makes fits the contract', (schema, record) => {
  expect(schema.parse(record)).toEqual(record);
});

test('fields that the test gives take the place of the defaults', () => {
  expect(buildFee({ description: 'Market data', kind: 'MARKET_DATA' })).toMatchObject({
    description: 'Market data',
    kind: 'MARKET_DATA',
  });
});

test('the records keep the laws of their numbers', async () => {
  const plugin = defineBroker({
    activate: () => ({
      statement: {
        formats: {
          all: async function* () {
            const parts = new StatementParts();
            parts.add('transactions', buildTransaction());
            parts.add('cashMovements', buildCashMovement({ source: { recordId: 'C-1', rows: [3] } }));
            parts.add('dividends', buildDividend({ source: { recordId: 'D-1', rows: [2] } }));
            yield* parts.finish({ rowsTotal: 3 });
          },
        },
      },
    }),
  });
  expect((await readStatement({ plugin }, 'all', '')).problems).toEqual([]);
});
