import { PluginManager } from '@bourse/core';
import { writePackage } from '../../security/scene/write-package.ts';

/** A plugin that answers with one transaction, about 1 KB. */
export const ECHO_SCRIPT = `
const TRADE = ${JSON.stringify(trade())};
module.exports = { default: { type: 'broker', activate: () => ({
  transaction: { listTransactions: async () => ({ items: [TRADE] }) },
} ) } };`;

/** The same in the words of contract 2.0, which is a fixture. */
export const NEXT_ECHO_SCRIPT = ECHO_SCRIPT.replace('items:', 'records:');

/** A plugin that computes for ever when it is called. */
export const HANGING_SCRIPT = `module.exports = { default: { type: 'broker', activate: () => ({
  transaction: { listTransactions: () => { for (;;); } },
}) } };`;

/** Writes plugins that offer transactions into a folder. */
export function writePlugins(folder: string, count: number, script = ECHO_SCRIPT): string[] {
  const ids = Array.from({ length: count }, (_, index) => `toy-${String(index).padStart(4, '0')}`);
  for (const id of ids)
    writePackage(folder, { id, script, manifest: { services: ['transaction'], statements: undefined } });
  return ids;
}

/** Installs plugins into a data folder, approved by the user. */
export async function installPlugins(home: string, folder: string, ids: readonly string[]): Promise<void> {
  const manager = new PluginManager({ home, folders: [folder] });
  for (const id of ids) await manager.installer.approve(id);
  await manager.close();
}

function trade(): object {
  const currency = 'EUR';
  return {
    accountId: 'A1',
    orderId: 'order-1',
    executionId: 'execution-1',
    instrument: { kind: 'EQUITY', name: 'Acme Industries NV', symbol: 'ACME', currency },
    side: 'BUY',
    quantity: '10',
    price: '12.34',
    currency,
    grossAmount: '123.40',
    charges: [{ kind: 'COMMISSION', money: { amount: '2.00', currency } }],
    netAmount: { amount: '-125.40', currency },
    tradedAt: '2024-03-01T10:00:00Z',
    tradeDate: '2024-03-01',
    status: 'BOOKED',
    source: { recordId: 'booking-1' },
    raw: [{ Text: 'x'.repeat(400) }],
  };
}
