import { expect, test } from '@jest/globals';
import { portfolioOf } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';

const told = (channel: 'STATEMENT' | 'API', recordId: string) => ({
  channel,
  transactions: [
    buy(stock('AAA'), {
      quantity: '3',
      price: '10.5',
      tradeDate: '2024-03-01',
      source: { section: 'rows', recordId },
    }),
  ],
});

test('a record that is held back is told by what it says, with the commands that end the question', async () => {
  const { problems } = await portfolioOf([told('STATEMENT', '1'), told('API', '2')]);
  expect(problems).toMatchObject([
    {
      code: 'POSSIBLE_DUPLICATE',
      message:
        'Acme/A1, 2024-03-01, transaction: "buy 3 AAA Inc., -31.5 EUR" is not counted, because "buy 3 AAA Inc., -31.5 EUR" may tell of the same event.',
      remedy: expect.stringMatching(
        /^If both are real, type: bourse duplicates (\w+ \w+) different\. If they are one, type: bourse duplicates \1 same$/,
      ),
    },
  ]);
});
