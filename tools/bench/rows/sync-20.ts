import { join } from 'node:path';
import { openLedger, syncConnections } from '@bourse/portfolio';
import { timed } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { AcmeInstitution } from '../scene/acme-institution.ts';
import { OnlineHost } from '../scene/online-host.ts';

const CONNECTIONS = 20;

/** Trades of each connection, of a page, and milliseconds that the institution takes for a page. */
const TRADES = '1000 20 100';

export const sync20: Row = {
  name: 'sync-20',
  async measure(folder) {
    const institution = await AcmeInstitution.start();
    const host = await OnlineHost.start(folder, institution);
    try {
      const ids: string[] = [];
      for (let made = 0; made < CONNECTIONS; made += 1) ids.push(await host.connect(TRADES));
      // What a cell takes to start is measured elsewhere.
      for (const id of ids) await host.ask(id, '/prices', 1);
      const sync = async (synced: readonly string[], name: string): Promise<number> => {
        using ledger = openLedger(join(folder, `${name}.db`));
        return await timed(() => syncWhole(host, ledger, synced));
      };
      const alone: number[] = [];
      for (const id of ids.slice(0, 3)) alone.push(await sync([id], id));
      const atOnce = await sync(ids, 'all');
      const slowest = Math.max(...alone);
      return [
        {
          name: 'sync-20',
          value: atOnce / slowest,
          unit: 'x',
          limit: 1.3,
          what: `${CONNECTIONS} connections at once : the slowest of three alone; their cells run, each page takes the institution 100 ms`,
        },
        { name: 'sync-20.at-once', value: atOnce, unit: 'ms', what: `all ${CONNECTIONS}` },
        { name: 'sync-20.alone', value: slowest, unit: 'ms', what: 'one alone' },
      ];
    } finally {
      await host.close();
      await institution.stop();
    }
  },
};

async function syncWhole(
  { manager }: OnlineHost,
  ledger: ReturnType<typeof openLedger>,
  ids: readonly string[],
): Promise<void> {
  const results = await syncConnections(ids, { connections: manager.connections, ledger, isFull: true });
  for (const { problem, lists } of results)
    if (problem !== undefined || lists.some(({ failure }) => failure !== undefined))
      throw new Error(`a sync failed: ${JSON.stringify(problem ?? lists)}`);
}
