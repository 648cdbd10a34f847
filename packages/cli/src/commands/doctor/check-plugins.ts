import { printable, type PluginManager, type PluginState, type PluginSummary } from '@bourse/core';
import type { Check } from './check.js';

/** Starts every plugin that may run and asks it how it is; tells of the others why they do not run. */
export async function checkPlugins(manager: PluginManager): Promise<Check[]> {
  const plugins = manager.list();
  const checks: Check[] = [];
  for (const plugin of plugins) checks.push(await checkPlugin(manager, plugin));
  if (plugins.some(({ state }) => state === 'discovered' || state === 'active')) return checks;
  return [
    ...checks,
    {
      name: 'plugins',
      result: 'failure',
      detail: 'no plugin may run',
      remedy: 'Add and approve one: bourse plugins --help',
    },
  ];
}

const REMEDIES: Readonly<Partial<Record<PluginState, string>>> = {
  waiting: 'bourse plugins approve',
  rejected: 'bourse plugins info',
  quarantined: 'bourse plugins history',
  disabled: 'bourse plugins enable',
  error: 'bourse plugins logs',
};

async function checkPlugin(
  manager: PluginManager,
  { id, state, reason, source }: PluginSummary,
): Promise<Check> {
  const name = `plugin ${printable(id)}`;
  const remedy = REMEDIES[state];
  if (remedy !== undefined) {
    const isKnown = manager.list().filter((plugin) => plugin.id === id).length === 1;
    return {
      name,
      result: 'warning',
      detail: printable(reason === undefined ? state : `${state}: ${reason}`),
      remedy: isKnown ? `See: ${remedy} ${printable(id)}` : `Look at ${printable(source ?? 'its folder')}.`,
    };
  }
  const { healthy, message } = await manager.health.check(id);
  return healthy
    ? { name, result: 'ok', detail: 'starts and is healthy' }
    : {
        name,
        result: 'failure',
        detail: printable(message),
        remedy: `See: bourse plugins logs ${printable(id)}`,
      };
}
