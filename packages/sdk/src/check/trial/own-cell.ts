import { Cell, negotiateApiVersion, validateSettings, type OfferedServices } from '@bourse/core';
import { SERVED_API_VERSIONS, type StatementFile } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';

/** The instant that files are read at. */
const NOW = Date.parse('2026-11-20T12:00:00Z');

/** The plugin in a real cell without a network, with the defaults of its settings. */
export class OwnCell implements AsyncDisposable {
  readonly services: OfferedServices;
  readonly #cell: Cell;

  private constructor(cell: Cell, services: OfferedServices) {
    this.#cell = cell;
    this.services = services;
  }

  static async start(plugin: CheckedPlugin): Promise<OwnCell> {
    const manifest = await plugin.manifest();
    const { content } = await plugin.inspect();
    const cell = new Cell({
      plugin: { id: manifest.id, version: manifest.version },
      apiVersion: negotiateApiVersion(manifest.api, SERVED_API_VERSIONS) ?? '',
      now: () => NOW,
    });
    try {
      await cell.start();
      await cell.load(new TextDecoder().decode(content?.files.get(manifest.main)));
      const { settings = {} } = validateSettings(manifest.settings, {});
      return new OwnCell(cell, await cell.activate({ settings: structuredClone(settings) }));
    } catch (error) {
      await cell.kill();
      throw error;
    }
  }

  read({ content, ...request }: StatementFile): AsyncIterable<unknown> {
    return this.#cell.stream('statement', 'read', { ...request }, { content });
  }

  call(service: string, method: string, request: object): Promise<unknown> {
    return this.#cell.call(service, method, { ...request });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cell.deactivate();
  }
}
