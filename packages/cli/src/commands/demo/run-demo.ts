import type { PluginDetails, PluginSummary } from '@bourse/core';
import {
  derivePortfolio,
  summarizeCashMovements,
  summarizeCharges,
  summarizeDividends,
  type CashMovementSummary,
  type ChargeSummary,
  type DividendSummary,
  type Portfolio,
} from '@bourse/portfolio';
import type { Session } from '../../host/session.js';
import { importFile } from '../import/import-file.js';
import type { ImportedFile } from '../import/imported-file.js';
import { pullRecords } from '../import/pull-records.js';
import { canBePulled } from '../import/pullable.js';
import { chooseBase } from '../ledger/choose-base.js';
import { listDemoStatements } from './demo-statements.js';

/** Everything that a demo has shown. */
export interface Demo {
  readonly home: string;
  readonly plugins: readonly PluginDetails[];
  readonly imports: readonly ImportedFile[];
  readonly portfolio: Portfolio;
  readonly dividends: DividendSummary;
  readonly fees: ChargeSummary;
  readonly cash: CashMovementSummary;
}

/** Does the main job once, in the session's own data folder, with whatever plugins are there. */
export async function runDemo(session: Session): Promise<Demo> {
  const { manager, ledger, environment, terminal } = session;
  const plugins = manager.list();
  const ready = plugins.filter(({ state }) => state === 'discovered' || state === 'active');
  terminal.progress.update(`Starting ${ready.length} plugins, each in a process of its own…`);
  const imports = await Promise.all(ready.flatMap((plugin) => importsOf(session, plugin)));
  terminal.progress.update('Adding up…');
  const data = ledger.read();
  const options = { base: chooseBase(data) };
  return {
    home: environment.home,
    plugins: plugins.map(({ id }) => manager.info(id)),
    imports,
    portfolio: derivePortfolio(data, options),
    dividends: summarizeDividends(data, options),
    fees: summarizeCharges(data, options),
    cash: summarizeCashMovements(data, options),
  };
}

/** The demo statements of a plugin; one that reads no files is asked for what it knows by itself. */
function importsOf(session: Session, plugin: PluginSummary): Promise<ImportedFile>[] {
  const { id } = plugin;
  const files = listDemoStatements(plugin).map((file) => importFile(session, file, { plugin: id }));
  return plugin.formats.length === 0 && canBePulled(plugin)
    ? [...files, pullRecords(session, id, {})]
    : files;
}
