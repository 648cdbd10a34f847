import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { emulator } from '../emulator/index.js';
import { startHost } from './through-emulator.js';

test('a file and the API tell the same bookings under the same ids', async () => {
  await using running = await emulator.start();
  const host = startHost(running);
  try {
    const text = readFileSync(new URL('../fixtures/account.csv', import.meta.url), 'utf8');
    const file = await host.readStatement('acme-account-csv', text);
    const online = await host.list('transaction', 'listTransactions');
    const told = ({ recordId }: { recordId?: string | undefined }) => recordId;
    expect(online.map(({ source }) => told(source))).toEqual(
      file.transactions.map(({ source }) => told(source)),
    );
    expect(online.map(({ netAmount }) => netAmount)).toEqual(
      file.transactions.map(({ netAmount }) => netAmount),
    );
  } finally {
    await host.deactivate();
  }
});
