import type { PluginSummary } from '@bourse/core';

/** Whether a plugin can be asked for records without a file: it knows its accounts by itself. */
export function canBePulled({ services }: PluginSummary): boolean {
  return services.includes('account');
}
