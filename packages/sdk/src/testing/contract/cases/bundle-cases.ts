import { isDeepStrictEqual } from 'node:util';
import { API_VERSION } from '@bourse/core/interfaces';
import { bundlePlugin } from '../../../build/bundle-plugin.js';
import { evadeRefusals } from '../../../build/evade-refusals.js';
import { withCell, type CellPlan, type PluginCell } from '../../../build/plugin-cell.js';
import { reasonOf } from '../../../build/reason-of.js';
import { callList } from '../../call-list.js';
import { portOf, storagePortOf } from '../../cell-ports.js';
import { ScriptedNetwork } from '../../scripted-network.js';
import { inChunks } from '../../statement-input.js';
import type { StatementFixture } from '../broker-contract.js';
import type { ContractCase } from '../contract-case.js';
import { readWhole } from '../outcome.js';
import { askRates, weeksBefore } from '../rates/ask-rates.js';
import type { Subject } from '../subject.js';
import { ContractViolation, demand } from '../violation.js';

/** The plugin as it is bundled. */
export const bundleCases: readonly ContractCase[] = [
  {
    number: 107,
    title: 'the bundle answers in a real cell as the sources do',
    run: async (subject) => {
      const plan = await planOf(subject);
      try {
        await withCell(plan, (cell) => compare(subject, cell));
      } catch (error) {
        if (error instanceof ContractViolation) throw error;
        throw new ContractViolation(`in a cell the plugin fails: ${reasonOf(error)}`);
      }
    },
  },
];

async function planOf(subject: Subject): Promise<CellPlan> {
  const { code } = await evadeRefusals(await bundlePlugin(subject.folder));
  const { connection, network, storage } = subject.contract;
  return {
    script: code,
    plugin: { id: subject.manifest.id, version: '0.0.0' },
    apiVersion: API_VERSION,
    settings: subject.settings,
    now: subject.now,
    ...(connection === undefined ? {} : { connection }),
    ...(network === undefined ? {} : { network: portOf(new ScriptedNetwork(network)) }),
    ...(storage === undefined ? {} : { storage: storagePortOf(storage) }),
  };
}

async function compare(subject: Subject, cell: PluginCell): Promise<void> {
  for (const fixture of subject.fixtures) await compareStatement(subject, cell, fixture);
  for (const call of subject.listCalls) {
    const inCell = await cell.call(call.service, call.method, {});
    const inline = await subject.withServices((services) => callList(services, call, {}));
    demand(isDeepStrictEqual(inCell, inline), `${call.service}.${call.method} answers differently in a cell`);
  }
  if (subject.declaredServices.includes('rates')) await compareRates(subject, cell);
}

async function compareRates(subject: Subject, cell: PluginCell): Promise<void> {
  const period = weeksBefore(subject.now);
  const inCell = await cell.call('rates', 'listFxRates', period);
  const inline = await subject.withServices((services) => askRates(services, period));
  demand(isDeepStrictEqual(inCell, inline), 'rates.listFxRates answers differently in a cell');
}

async function compareStatement(
  subject: Subject,
  cell: PluginCell,
  fixture: StatementFixture,
): Promise<void> {
  const { file: name, format } = fixture;
  const bytes = subject.readFixture(fixture);
  const reading = cell.read({ format, name, size: bytes.length, content: inChunks(bytes) });
  const parts = await Array.fromAsync(reading);
  const inCell = await subject.withHost((host) => host.assemble(format, parts, name));
  demand(
    isDeepStrictEqual(inCell, await readWhole(subject, { fixture })),
    `${name} reads differently in a cell`,
  );
}
