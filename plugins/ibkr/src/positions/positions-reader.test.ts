import { describe, expect, test } from '@jest/globals';
import { element, readSections, type Values } from '../../fixtures/document.js';

describe('positions', () => {
  const SHORT: Values = {
    accountId: 'U1234567',
    currency: 'USD',
    assetCategory: 'STK',
    symbol: 'ACME',
    description: 'ACME CORP',
    conid: '1001',
    reportDate: '20241231',
    position: '-100',
    markPrice: '35.53',
    positionValue: '-3553',
    costBasisPrice: '34.405',
    costBasisMoney: '-3440.5',
    fifoPnlUnrealized: '-112.5',
    side: 'Short',
    levelOfDetail: 'SUMMARY',
  };
  const position = (values: Values): string => element('OpenPosition', { ...SHORT, ...values });

  test('keep the sign of short ones; their lots are repeats', async () => {
    const { positions, ignored, problems } = await readSections({
      OpenPositions: [position({ levelOfDetail: 'LOT', position: '-60' }), position({})],
    });
    expect(problems).toEqual([]);
    expect(ignored).toMatchObject([{ rows: [1] }]);
    expect(positions).toMatchObject([
      {
        quantity: '-100',
        currency: 'USD',
        averagePrice: '34.405',
        costBasis: '-3440.5',
        marketPrice: '35.53',
        marketValue: '-3553',
        unrealizedPnl: '-112.5',
        asOf: '2024-12-31',
      },
    ]);
  });

  test('are put together from lots where the export has lots only', async () => {
    const { positions } = await readSections({
      OpenPositions: [
        position({
          levelOfDetail: 'LOT',
          position: '-60',
          costBasisMoney: '-2000',
          positionValue: '-2131.8',
        }),
        position({
          levelOfDetail: 'LOT',
          position: '-40',
          costBasisMoney: '-1440.5',
          positionValue: '-1421.2',
        }),
        position({ levelOfDetail: 'LOT', conid: '1002', position: '5' }),
      ],
    });
    expect(positions).toMatchObject([
      {
        quantity: '-100',
        costBasis: '-3440.5',
        marketValue: '-3553',
        marketPrice: '35.53',
        derived: ['quantity', 'costBasis', 'marketValue', 'unrealizedPnl'],
        source: { rows: [1, 2] },
      },
      { quantity: '5', source: { rows: [3] } },
    ]);
    expect(positions[0]).not.toHaveProperty('averagePrice');
  });

  test('are those of all models that hold the instrument', async () => {
    const { positions, ignored, problems } = await readSections({
      OpenPositions: [
        position({ model: 'Growth', position: '-60', costBasisMoney: '-2000', positionValue: '-2131.8' }),
        position({ model: 'Growth', conid: '1002' }),
        position({
          model: 'Independent',
          position: '-40',
          costBasisMoney: '-1440.5',
          positionValue: '-1421.2',
        }),
      ],
    });
    expect([ignored, problems]).toEqual([[], []]);
    expect(positions).toMatchObject([
      { quantity: '-100', costBasis: '-3440.5', marketValue: '-3553', source: { rows: [1, 3] } },
      { quantity: '-100', averagePrice: '34.405', source: { rows: [2] } },
    ]);
  });

  test('are told from their lots by the opening of these where the export has no level of detail', async () => {
    const lot = { levelOfDetail: '', position: '-60', openDateTime: '20240305;101500' };
    const { positions, ignored } = await readSections({
      OpenPositions: [position({ levelOfDetail: '', openDateTime: '-' }), position(lot)],
    });
    expect(positions).toMatchObject([{ quantity: '-100', source: { rows: [1] } }]);
    expect(ignored).toMatchObject([{ rows: [2] }]);
  });

  test('of bonds have prices in percent', async () => {
    const { positions } = await readSections({
      OpenPositions: [
        position({ assetCategory: 'BOND', position: '2000', markPrice: '98.562', accruedInt: '7.7' }),
      ],
    });
    expect(positions).toMatchObject([{ priceType: 'PERCENTAGE', accruedInterest: '7.7' }]);
  });

  test('have prices in pence where their value says so', async () => {
    const { positions } = await readSections({
      OpenPositions: [
        position({
          currency: 'GBP',
          position: '200',
          markPrice: '72.5',
          positionValue: '145',
          costBasisPrice: '0.7',
          costBasisMoney: '140',
        }),
      ],
    });
    expect(positions).toMatchObject([{ marketPrice: '0.725', marketValue: '145', averagePrice: '0.7' }]);
  });

  test('without report date are of the end of the period', async () => {
    const { positions } = await readSections({ OpenPositions: [position({ reportDate: '' })] });
    expect(positions).toMatchObject([{ asOf: '2024-12-31' }]);
  });
});
