import type { DataProviderServices, PluginContext, PluginDefinition } from '@bourse/core/interfaces';
import type { z } from 'zod';

/** The parts of a plugin of type `data-provider`. */
export interface DataProviderParts<Schema extends z.ZodType = z.ZodType> {
  /**
   * A flat zod object of strings, numbers, booleans and lists of them, each optional or with a default. Exported as
   * `settings` from `src/settings.ts` it is read by the build and leaves the bundle together with zod.
   */
  readonly settings?: Schema;
  /** Called once in each cell, before anything else. Throwing refuses to start, or refuses new settings. */
  activate(context: PluginContext<z.infer<Schema>>): DataProviderServices | Promise<DataProviderServices>;
  /** Called once before the cell ends; closes what `activate` opened. */
  deactivate?(): void | Promise<void>;
}

/** A data provider as its script exports it. */
export interface DataProviderDefinition<
  Settings = Readonly<Record<string, unknown>>,
> extends PluginDefinition<DataProviderServices, Settings> {
  readonly type: 'data-provider';
  /** For `bourse-plugin build` alone; absent in a built plugin. */
  readonly settings?: z.ZodType;
}

/**
 * Defines a plugin that provides market data: exchange rates of days, quotes, price histories. Contract 1.1.
 *
 * @example
 * export const plugin = defineDataProvider({
 *   activate: () => ({ rates: { listFxRates: async ({ since }) => ({ items: await readRates(since) }) } }),
 * });
 */
export function defineDataProvider<Schema extends z.ZodType = z.ZodObject<Record<never, never>>>(
  parts: DataProviderParts<Schema>,
): DataProviderDefinition<z.infer<Schema>> {
  return {
    type: 'data-provider',
    ...(parts.settings === undefined ? {} : { settings: parts.settings }),
    activate: (context) => parts.activate(context),
    ...(parts.deactivate === undefined ? {} : { deactivate: parts.deactivate.bind(parts) }),
  };
}
