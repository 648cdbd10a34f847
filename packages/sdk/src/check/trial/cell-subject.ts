import type { PluginContract } from '../../testing/contract/plugin-contract.js';
import { Subject } from '../../testing/contract/subject.js';
import type { PluginServices } from '../../testing/call-method.js';
import type { MockHost } from '../../testing/mock-host.js';
import { CellHost } from './cell-host.js';

/** The plugin as the contract suite looks at it, while it runs in a real cell. */
export class CellSubject extends Subject {
  readonly #services: PluginServices;

  constructor(contract: PluginContract, services: PluginServices) {
    super(contract);
    this.#services = services;
  }

  override withHost<Result>(run: (host: MockHost) => Promise<Result>): Promise<Result> {
    const { plugin, settings = {} } = this.contract;
    const institution = this.manifest.institution ?? 'Acme Securities';
    return run(new CellHost({ plugin, settings, institution, now: this.now }, this.#services));
  }
}
