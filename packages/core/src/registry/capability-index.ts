/** Which loaded plugins offer a capability: a service or a feature of their manifest. */
export class CapabilityIndex {
  readonly #plugins = new Map<string, Set<string>>();

  add(pluginId: string, capabilities: readonly string[]): void {
    for (const capability of capabilities) {
      this.#plugins.set(capability, (this.#plugins.get(capability) ?? new Set()).add(pluginId));
    }
  }

  remove(pluginId: string): void {
    for (const [capability, plugins] of this.#plugins) {
      plugins.delete(pluginId);
      if (plugins.size === 0) this.#plugins.delete(capability);
    }
  }

  /** Ids of the loaded plugins that offer a capability, sorted. */
  find(capability: string): string[] {
    return [...(this.#plugins.get(capability) ?? [])].sort();
  }
}
