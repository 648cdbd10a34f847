import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Row } from '../row.ts';
import { AcmeInstitution } from '../scene/acme-institution.ts';

const PAGE = 500;
const MEGABYTE = 1024 * 1024;
const SCRIPT = join(import.meta.dirname, '..', 'scene', 'sync-process.ts');

export const sync50k: Row = {
  name: 'sync-50k',
  async measure(folder) {
    const institution = await AcmeInstitution.start();
    const syncOf = (trades: number): Promise<Synced> =>
      sync(join(folder, String(trades)), institution, trades);
    try {
      const [few, some, many] = [await syncOf(10_000), await syncOf(50_000), await syncOf(100_000)];
      return [
        {
          name: 'sync-50k',
          value: 50_000 / (some.milliseconds / 1_000),
          unit: 'rows/s',
          what: `sync of 50,000 transactions from an emulator, in pages of ${PAGE}, from the start of the cell until they are stored`,
        },
        {
          name: 'sync-memory',
          value: many.peak / few.peak,
          unit: 'x',
          limit: 1.2,
          what: 'the most RAM that the host had for 100,000 transactions : for 10,000',
        },
        ...[few, some, many].map(({ trades, peak }) => ({
          name: `sync-memory.${trades / 1_000}k`,
          value: peak / MEGABYTE,
          unit: 'MB' as const,
          what: `for ${trades.toLocaleString('en')}`,
        })),
      ];
    } finally {
      await institution.stop();
    }
  },
};

interface Synced {
  readonly trades: number;
  readonly milliseconds: number;
  /** The most RAM that the process had, in bytes. */
  readonly peak: number;
}

async function sync(folder: string, { origins }: AcmeInstitution, trades: number): Promise<Synced> {
  const child = fork(SCRIPT, [folder, JSON.stringify(origins), `${trades} ${PAGE} 0`]);
  const ended = once(child, 'exit');
  const [told] = (await once(child, 'message')) as [
    Synced & { readonly stored?: number; readonly problem?: object },
  ];
  await ended;
  if (told.stored !== trades)
    throw new Error(`${told.stored} transactions were stored: ${JSON.stringify(told.problem)}`);
  return { ...told, trades };
}
