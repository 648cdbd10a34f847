import type { DevelopedVersion, Finding, PluginDevelopment, PluginManager } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { toFailure } from '../../../failure.js';
import type { DevEvent, ServingVersion } from './dev-event.js';
import type { SourceBuilder } from './source-builder.js';

/** What a {@link DevelopmentLoop} works with. */
export interface LoopParts {
  readonly manager: PluginManager;
  readonly development: PluginDevelopment;
  readonly builder: SourceBuilder;
  readonly report: (event: DevEvent) => Promise<void>;
  /** Asks whether a version may have what it asks for; `isFirst`: nothing was allowed yet. */
  readonly isAllowed: (version: DevelopedVersion, isFirst: boolean) => Promise<boolean>;
}

/** Brings what the sources are now into service, again and again. What fails leaves what serves. */
export class DevelopmentLoop {
  readonly #parts: LoopParts;
  #id: string | undefined;
  #live: string | undefined;

  constructor(parts: LoopParts) {
    this.#parts = parts;
  }

  /**
   * @returns Whether what the sources are serves now.
   * @throws ProblemError why the plugin cannot be developed, with the first build that could serve
   */
  async turn(signal: AbortSignal): Promise<boolean> {
    const { builder, development, report } = this.#parts;
    const began = performance.now();
    try {
      const build = await builder.build(signal);
      if (build.digest === undefined) return await this.#refuse(build.findings);
      if (build.digest === this.#live) return await this.#tell({ event: 'unchanged' }, true);
      const { version, findings } = development.read();
      if (version === undefined) return await this.#refuse(findings);
      const buildMs = sinceMs(began);
      await this.#begin(version);
      const started = performance.now();
      await development.serve(version);
      this.#live = version.digest;
      await report({ event: 'live', plugin: named(version), findings, buildMs, startMs: sinceMs(started) });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (this.#id === undefined && error instanceof Hopeless) throw error.cause;
      return this.#refuse([], error);
    }
  }

  /** Asks for what a version needs that is not allowed yet. */
  async #begin(version: DevelopedVersion): Promise<void> {
    const { development, report, isAllowed } = this.#parts;
    const isFirst = this.#id === undefined;
    try {
      const asksFor = development.asksFor(version);
      if (asksFor.length > 0) {
        const permissions = isFirst ? version.permissions : asksFor;
        await report({ event: 'asks', plugin: named(version), permissions, isFirst });
        if (!(await isAllowed(version, isFirst))) throw notAllowed(version);
        development.allow(version);
      }
      await development.begin(version);
      this.#id = version.id;
    } catch (error) {
      throw isFirst ? new Hopeless('the development cannot begin', { cause: error }) : error;
    }
  }

  async #refuse(findings: readonly Finding[], error?: unknown): Promise<false> {
    const serving = this.#serving();
    await this.#parts.report({
      event: 'refused',
      findings,
      problems: error === undefined ? [] : [toFailure(error)],
      ...(serving === undefined ? {} : { serving }),
    });
    return false;
  }

  #serving(): ServingVersion | undefined {
    const { manager } = this.#parts;
    const { version, digest } = manager.list().find(({ id }) => id === this.#id) ?? {};
    if (this.#id === undefined || version === undefined || digest === undefined) return undefined;
    return { id: this.#id, version, digest };
  }

  async #tell<Result>(event: DevEvent, result: Result): Promise<Result> {
    await this.#parts.report(event);
    return result;
  }
}

/** There is no use in trying again with other sources. */
class Hopeless extends Error {}

function notAllowed({ id }: DevelopedVersion): ProblemError {
  return new ProblemError({
    code: 'PLUGIN_NOT_APPROVED',
    message: `"${id}" was not allowed what it asks for.`,
    remedy: 'Allow it, or take it out of plugin.json.',
  });
}

function named({ id, version, digest }: ServingVersion): ServingVersion {
  return { id, version, digest };
}

function sinceMs(began: number): number {
  return Math.round(performance.now() - began);
}
