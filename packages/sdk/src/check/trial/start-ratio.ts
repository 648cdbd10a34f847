import { Cell, negotiateApiVersion, validateSettings } from '@bourse/core';
import { SERVED_API_VERSIONS, type Settings } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';

/** Starts of each, in turn, of which the quickest counts: what else the machine does slows some of them. */
const ROUNDS = 4;

const EMPTY = "module.exports = { default: { type: 'broker', activate: async () => ({}) } };";

/** How many times longer a cell takes to start with the plugin than with an empty one, at least 1. */
export async function startRatio(plugin: CheckedPlugin): Promise<number> {
  const manifest = await plugin.manifest();
  const { content } = await plugin.inspect();
  const script = new TextDecoder().decode(content?.files.get(manifest.main));
  const { settings = {} } = validateSettings(manifest.settings, {});
  const apiVersion = negotiateApiVersion(manifest.api, SERVED_API_VERSIONS) ?? '';
  let [own, empty] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round += 1) {
    empty = Math.min(empty, await startOnce(apiVersion, EMPTY, {}));
    own = Math.min(own, await startOnce(apiVersion, script, settings));
  }
  return Math.max(1, own / empty);
}

/** Milliseconds from nothing to an active plugin. */
async function startOnce(apiVersion: string, script: string, settings: Settings): Promise<number> {
  const cell = new Cell({ plugin: { id: 'measured', version: '1.0.0' }, apiVersion });
  const begin = performance.now();
  try {
    await cell.start();
    await cell.load(script);
    await cell.activate({ settings: structuredClone(settings) });
    return performance.now() - begin;
  } finally {
    await cell.kill();
  }
}
