import { quantile } from '../measure/quantile.ts';
import type { Row } from '../row.ts';
import { AcmeInstitution } from '../scene/acme-institution.ts';
import { OnlineHost } from '../scene/online-host.ts';

const PER_SECOND = 1_000;

export const quotes: Row = {
  name: 'quotes',
  async measure(folder, { seconds }) {
    const institution = await AcmeInstitution.start();
    const host = await OnlineHost.start(folder, institution);
    try {
      const connection = await host.connect();
      // The cell is started, and its code compiled.
      await host.ask(connection, '/prices', 100);
      const before = process.cpuUsage();
      const began = performance.now();
      const { delays, lost } = await watch(host, connection, seconds);
      const { user, system } = process.cpuUsage(before);
      const elapsed = performance.now() - began;
      return [
        {
          name: 'quotes-lost',
          value: lost,
          unit: 'records',
          limit: 0,
          what: `of ${PER_SECOND} quotes a second for ${seconds} seconds, from a socket through a cell to whoever watches`,
        },
        {
          name: 'quotes.delay',
          value: quantile(delays, 0.5),
          unit: 'ms',
          what: 'from its sending to its watcher, p50',
        },
        { name: 'quotes.delay-p99', value: quantile(delays, 0.99), unit: 'ms', what: 'p99' },
        {
          name: 'quotes.cpu',
          value: (user + system) / 1_000 / elapsed,
          unit: 'x',
          what: 'processors that the host kept busy',
        },
      ];
    } finally {
      await host.close();
      await institution.stop();
    }
  },
};

/** Quotes say when they were sent to the millisecond, and their price counts them. */
async function watch(
  host: OnlineHost,
  connection: string,
  seconds: number,
): Promise<{ delays: number[]; lost: number }> {
  const delays: number[] = [];
  const seen = new Set<string>();
  for await (const quote of await host.watch(connection, `/ticks?rate=${PER_SECOND}&seconds=${seconds}`)) {
    const { last, at } = quote as { readonly last: string; readonly at: string };
    delays.push(Date.now() - Date.parse(at));
    seen.add(last);
    if (seen.size === PER_SECOND * seconds) break;
  }
  return { delays, lost: PER_SECOND * seconds - seen.size };
}
