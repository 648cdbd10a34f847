import type { ConnectionSummary, PluginDetails, PluginSummary } from '@bourse/core';
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
import { syncAndReconcile, type SyncedConnection } from '../connections/synced-connection.js';
import { importFile } from '../import/import-file.js';
import type { ImportedFile } from '../import/imported-file.js';
import { pullRecords } from '../import/pull-records.js';
import { canBePulled } from '../import/pullable.js';
import { chooseBase } from '../ledger/choose-base.js';
import { connectDemo, originsOf, warmUp } from './demo-connection.js';
import type { DemoEmulator } from './demo-emulators.js';
import { listDemoStatements } from './demo-statements.js';

/** Everything that a demo has shown. */
export interface Demo {
  readonly home: string;
  readonly plugins: readonly PluginDetails[];
  readonly imports: readonly ImportedFile[];
  /** Of development connections alone. */
  readonly syncs: readonly SyncedConnection[];
  readonly portfolio: Portfolio;
  readonly dividends: DividendSummary;
  readonly fees: ChargeSummary;
  readonly cash: CashMovementSummary;
}

/** What one plugin brought. */
type Brought = Pick<Demo, 'imports' | 'syncs'>;

/** A plugin, and the connection that it has in the demo. */
interface Connected {
  readonly plugin: PluginSummary;
  readonly connection: ConnectionSummary | undefined;
}

/** Does the main job once, in the session's own data folder, with whatever plugins and emulators are there. */
export async function runDemo(session: Session, emulators: readonly DemoEmulator[]): Promise<Demo> {
  const { manager, ledger, environment, terminal } = session;
  const plugins = manager.list();
  const ready = plugins.filter(({ state }) => state === 'discovered' || state === 'active');
  terminal.progress.update(`Starting ${ready.length} plugins, each in a process of its own…`);
  const connect = (plugin: PluginSummary): Promise<Connected> => connectPlugin(session, plugin, emulators);
  const connectWarm = async (plugin: PluginSummary): Promise<Connected> => {
    const connected = await connect(plugin);
    if (connected.connection !== undefined) await warmUp(session, connected.connection);
    return connected;
  };
  const bring = async (plugin: PluginSummary): Promise<Brought> => bringIn(session, await connect(plugin));
  // Rates are asked for as far as the records have a use for them; whoever gives them starts with the others.
  const [ofRecords, ofRates] = await Promise.all([
    Promise.all(ready.filter((plugin) => !givesRates(plugin)).map(bring)),
    Promise.all(ready.filter(givesRates).map(connectWarm)),
  ]);
  const rates = await Promise.all(ofRates.map((connected) => bringIn(session, connected)));
  const brought = [...ofRecords, ...rates];
  terminal.progress.update('Adding up…');
  const data = ledger.read();
  const options = { base: chooseBase(data) };
  return {
    home: environment.home,
    plugins: plugins.map(({ id }) => manager.info(id)),
    imports: brought.flatMap(({ imports }) => imports),
    syncs: brought.flatMap(({ syncs }) => syncs),
    portfolio: derivePortfolio(data, options),
    dividends: summarizeDividends(data, options),
    fees: summarizeCharges(data, options),
    cash: summarizeCashMovements(data, options),
  };
}

function givesRates({ services }: PluginSummary): boolean {
  return services.includes('rates');
}

/** Connects a plugin that has an emulator. */
async function connectPlugin(
  session: Session,
  plugin: PluginSummary,
  emulators: readonly DemoEmulator[],
): Promise<Connected> {
  const emulator = emulators.find(({ name }) => name === plugin.id);
  const connection = emulator === undefined ? undefined : await connectDemo(session, emulator);
  return { plugin, connection };
}

/** Imports what a plugin reads without a connection, then syncs its connection, which tells some of it once more. */
async function bringIn(session: Session, { plugin, connection }: Connected): Promise<Brought> {
  const { id, formats } = plugin;
  const imports = listDemoStatements(plugin).map((file) =>
    importFile(session, file, { plugin: id, simulated: true }),
  );
  const isOffline = originsOf(session.manager.info(id).manifest).size === 0;
  if (formats.length === 0 && isOffline && canBePulled(plugin))
    imports.push(pullRecords(session, id, { simulated: true }));
  // Meanwhile the connection starts.
  const [imported] = await Promise.all([
    Promise.all(imports),
    connection === undefined ? undefined : warmUp(session, connection),
  ]);
  return {
    imports: imported,
    syncs: connection === undefined ? [] : await syncAndReconcile(session, [connection.id]),
  };
}
