import { join } from 'node:path';
import { compareVersions } from './moves/compare-versions.ts';
import { judgeMoves, type Expectation } from './moves/judge-moves.ts';
import { ReleaseClone } from './place/release-clone.ts';
import { User, type Job } from './place/user.ts';
import { publishedPackages } from './published-packages.ts';
import { LocalRegistry } from './registry/local-registry.ts';
import { judgeSight } from './steps/judge-sights.ts';
import { releaseSteps, type ReleaseStep } from './steps/release-steps.ts';
import type { StepOutcome } from './steps/step-outcome.ts';

/** The plugin whose releases are rehearsed, and the statement that its users import; paths are those of a clone. */
export interface RehearsedPlugin {
  readonly name: string;
  readonly id: string;
  readonly statement: string;
}

/** Releases again and again from a clone into a registry of its own, and looks at each result as users do. */
export class Rehearsal implements AsyncDisposable {
  readonly #base: string;
  readonly #registry: LocalRegistry;
  readonly #clone: ReleaseClone;
  readonly #job: Job;
  /** Uses Bourse since the first release, and updates after each one. */
  readonly #resident: User;
  #newcomers = 0;
  #expectedPortfolio: string | undefined;

  private constructor(base: string, registry: LocalRegistry, clone: ReleaseClone, plugin: RehearsedPlugin) {
    this.#base = base;
    this.#registry = registry;
    this.#clone = clone;
    this.#job = { plugin: plugin.name, id: plugin.id, statement: join(clone.folder, plugin.statement) };
    this.#resident = new User(join(base, 'resident'), registry.url, this.#job);
  }

  /** @param base An empty folder for all that comes into being */
  static async prepare(base: string, plugin: RehearsedPlugin): Promise<Rehearsal> {
    const registry = await LocalRegistry.start();
    try {
      const clone = await ReleaseClone.make(join(base, 'clone'), registry.url);
      await clone.build();
      return new Rehearsal(base, registry, clone, plugin);
    } catch (failure) {
      await registry[Symbol.asyncDispose]();
      throw failure;
    }
  }

  /** Goes through all steps and tells of each when it is done. */
  async *run(): AsyncGenerator<StepOutcome, void, void> {
    const packages = publishedPackages(this.#clone.folder);
    for (const step of releaseSteps(packages, this.#job.plugin))
      yield await this.#observe(step.name, step.expectation, () => this.#release(step));
    yield await this.#observe('the plugin goes back', { moves: { [this.#job.plugin]: 'back' } }, () =>
      this.#goBack(),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#registry[Symbol.asyncDispose]();
  }

  async #observe(
    step: string,
    expectation: Expectation,
    work: () => Promise<Pick<StepOutcome, 'matrix' | 'deviations'>>,
  ): Promise<StepOutcome> {
    const startedAt = performance.now();
    const before = this.#registry.latest;
    const { deviations, ...rest } = await work();
    const moves = compareVersions(before, this.#registry.latest);
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    return { step, seconds, moves, ...rest, deviations: [...judgeMoves(moves, expectation), ...deviations] };
  }

  async #release({ change, hasMatrix }: ReleaseStep): Promise<Pick<StepOutcome, 'matrix' | 'deviations'>> {
    if (change !== undefined) this.#clone.addChangeset(change);
    if (this.#clone.hasChangesets) await this.#clone.raiseVersions();
    await this.#clone.publish();
    const isFirst = this.#expectedPortfolio === undefined;
    await (isFirst ? this.#settleIn(this.#resident) : this.#resident.update());
    const deviations = await this.#judgeUsers();
    if (!hasMatrix) return { deviations };
    const matrix = await this.#clone.runMatrix();
    const wrong = matrix.all - matrix.ok;
    return {
      matrix,
      deviations: wrong === 0 ? deviations : [...deviations, `The matrix has ${wrong} wrong cells.`],
    };
  }

  /** The newest version of the plugin turned out bad: the one before is tagged latest, and whoever has it goes back. */
  async #goBack(): Promise<Pick<StepOutcome, 'deviations'>> {
    const { plugin } = this.#job;
    await this.#clone.tag(plugin, this.#registry.formerOf(plugin), 'latest');
    await this.#resident.rollBackPlugin();
    return { deviations: await this.#judgeUsers() };
  }

  async #judgeUsers(): Promise<string[]> {
    const resident = await this.#resident.look();
    const expectedPortfolio = (this.#expectedPortfolio ??= resident.portfolio);
    const newcomer = new User(
      join(this.#base, `newcomer-${(this.#newcomers += 1)}`),
      this.#registry.url,
      this.#job,
    );
    await this.#settleIn(newcomer);
    const expected = { latest: this.#registry.latest, expectedPortfolio };
    return [
      ...judgeSight('Who has updated', resident, expected),
      ...judgeSight('Who is new', await newcomer.look(), expected),
    ];
  }

  async #settleIn(user: User): Promise<void> {
    await user.install();
    await user.addPlugin();
    await user.import();
  }
}
