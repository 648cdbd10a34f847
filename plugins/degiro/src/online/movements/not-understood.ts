import type { HealthReport, PluginLog } from '@bourse/sdk';

/**
 * Movements that no table has words for. Lists have no place for them, so each is told once in the log, without its text
 * and amount, and counted in the plugin's health.
 */
export class NotUnderstood {
  readonly #log: PluginLog;
  readonly #ids = new Set<string>();

  constructor(log: PluginLog) {
    this.#log = log;
  }

  add(ids: readonly string[]): void {
    const fresh = ids.filter((id) => !this.#ids.has(id));
    for (const id of fresh) this.#ids.add(id);
    if (fresh.length === 0) return;
    this.#log.warn('DEGIRO booked what this plugin does not understand; it is in no list', {
      movements: fresh.length,
    });
  }

  health(): HealthReport {
    const unclassified = this.#ids.size;
    if (unclassified === 0) return { status: 'ok', metrics: { unclassified } };
    const message = `${unclassified} movements of the account are in words that are not known.`;
    return { status: 'degraded', message, metrics: { unclassified } };
  }
}
