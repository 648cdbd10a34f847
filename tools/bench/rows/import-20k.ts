import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PluginManager, Reading } from '@bourse/core';
import { alternate, timed } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { importInto } from '../scene/import-statement.ts';
import { loadInline } from '../scene/inline-plugin.ts';
import { PLUGIN, PLUGIN_FOLDER, pluginDigest } from '../scene/plugin-folder.ts';
import { createStatementFile } from '../scene/statement-file.ts';

/** Rows of the statement: a deposit, trades, and the costs of each. */
const ROWS = 20_001;

export const import20k: Row = {
  name: 'import-20k',
  async measure(folder) {
    const file = createStatementFile(folder, { trades: 10_000, costsEvery: 1, instruments: 300 });
    const manager = new PluginManager({
      home: join(folder, 'home'),
      folders: [PLUGIN_FOLDER],
      releasedDigests: [pluginDigest()],
    });
    await manager.switch.load(PLUGIN);
    const inline = await loadInline();
    const fromCell = (): Reading =>
      manager.reader.readStatement(PLUGIN, { ...file, content: file.content() });
    const { origin } = fromCell();
    const inHost = (): Reading => new Reading(origin, inline(file));
    const store = (read: () => Reading) => async (): Promise<number> => {
      const ledger = join(folder, 'ledger');
      mkdirSync(ledger);
      const milliseconds = await timed(async () => {
        const { rowsTotal, new: stored, problems } = await importInto(ledger, file, read());
        if (rowsTotal !== ROWS || stored !== 10_001 || problems.length > 0)
          throw new Error(`${rowsTotal} rows gave ${stored} records and ${problems.length} problems`);
      });
      rmSync(ledger, { recursive: true });
      return milliseconds;
    };
    const { cell, host } = await alternate(
      { cell: store(fromCell), host: store(inHost) },
      { rounds: 11, warmUp: 3 },
    );
    await manager.close();
    return [
      {
        name: 'import-20k',
        value: cell / host,
        unit: 'x',
        limit: 1.05,
        what: 'reading, checking and storing 20,001 rows through a running cell : the same bundle in the host, without a compartment',
      },
      { name: 'import-20k.cell', value: cell, unit: 'ms', what: 'through a cell' },
      { name: 'import-20k.host', value: host, unit: 'ms', what: 'in the host' },
    ];
  },
};
