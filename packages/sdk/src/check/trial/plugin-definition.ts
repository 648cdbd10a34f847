import { PluginBundler } from '../../build/bundle-plugin.js';
import { evaluateBundle } from '../../build/evaluate-bundle.js';
import type { PluginContract } from '../../testing/contract/plugin-contract.js';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';

/** What src/index.ts exports, as the author wrote it: its type and the schema of its settings. */
export function definitionOf(plugin: CheckedPlugin): Promise<PluginContract['plugin']> {
  return plugin.once('definition', async () => {
    const { folder } = await plugin.built();
    await using bundler = await PluginBundler.open(folder);
    return evaluateBundle(await bundler.bundleForSettings(), folder).default as PluginContract['plugin'];
  });
}
