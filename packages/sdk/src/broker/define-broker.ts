import type {
  BrokerServices,
  PluginContext,
  PluginDefinition,
  StatementService,
} from '@bourse/core/interfaces';
import type { z } from 'zod';
import { toStatementService, type StatementFormats } from './statement-formats.js';

/** What a broker plugin offers, as its author writes it. Which services these are is also said in `plugin.json`. */
export interface AuthoredBrokerServices<Settings = unknown> extends Omit<BrokerServices, 'statement'> {
  readonly statement?: StatementService | StatementFormats<Settings>;
}

/** The parts of a broker plugin. */
export interface BrokerParts<Schema extends z.ZodType = z.ZodType> {
  /**
   * A flat zod object of strings, numbers, booleans and lists of them, each optional or with a default. Exported as
   * `settings` from `src/settings.ts` it is read by the build and leaves the bundle together with zod.
   */
  readonly settings?: Schema;
  /** Called once in each cell, before anything else. Throwing refuses to start, or refuses new settings. */
  activate(
    context: PluginContext<z.infer<Schema>>,
  ): AuthoredBrokerServices<z.infer<Schema>> | Promise<AuthoredBrokerServices<z.infer<Schema>>>;
  /** Called once before the cell ends; closes what `activate` opened. */
  deactivate?(): void | Promise<void>;
}

/** A broker plugin as its script exports it. */
export interface BrokerDefinition<Settings = Readonly<Record<string, unknown>>> extends PluginDefinition<
  BrokerServices,
  Settings
> {
  readonly type: 'broker';
  /** For `bourse-plugin build` alone; absent in a built plugin. */
  readonly settings?: z.ZodType;
}

/**
 * Defines a broker plugin.
 *
 * @example
 * export const plugin = defineBroker({
 *   settings,
 *   activate: (context) => ({ statement: { formats: { 'acme-cash-csv': readCash } } }),
 * });
 */
export function defineBroker<Schema extends z.ZodType = z.ZodObject<Record<never, never>>>(
  parts: BrokerParts<Schema>,
): BrokerDefinition<z.infer<Schema>> {
  return {
    type: 'broker',
    ...(parts.settings === undefined ? {} : { settings: parts.settings }),
    activate: async (context) => toBrokerServices(await parts.activate(context), context),
    ...(parts.deactivate === undefined ? {} : { deactivate: parts.deactivate.bind(parts) }),
  };
}

function toBrokerServices<Settings>(
  { statement, ...services }: AuthoredBrokerServices<Settings>,
  context: PluginContext<Settings>,
): BrokerServices {
  if (statement === undefined) return services;
  return {
    ...services,
    statement: 'formats' in statement ? toStatementService(statement, context) : statement,
  };
}
