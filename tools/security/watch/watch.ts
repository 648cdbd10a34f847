import type { Weakening } from '../attack.ts';
import type { HostProcess } from '../host/host-process.ts';
import type { Outcome } from '../host/messages.ts';
import type { Bank } from '../online/bank.ts';
import type { Listeners } from '../scene/listeners.ts';
import type { Scene } from '../scene/scene.ts';
import { childrenOf, findProcess, rssOf, type ProcessRow } from './process-table.ts';
import { runBourse } from './run-command.ts';

/** What an observer outside the host can see of one run. */
export class Watch {
  readonly scene: Scene;
  readonly listeners: Listeners;
  /** What the institution was sent. */
  readonly bank: Bank;
  readonly host: HostProcess;
  readonly #weakening: Weakening;
  #startedAt: number | undefined;
  /** Children of the host that are not the attacker's. */
  #bystanders: ReadonlySet<number> = new Set();
  #rssAtStart = 0;
  #cpuMsAtStart = 0;
  #mostHostRss = 0;
  #mostCellRss = 0;
  #outcome: Outcome | undefined;
  #outcomeAt: number | undefined;
  readonly #cellsSeen = new Set<number>();

  constructor(options: {
    scene: Scene;
    listeners: Listeners;
    bank: Bank;
    host: HostProcess;
    weakening: Weakening;
  }) {
    this.scene = options.scene;
    this.listeners = options.listeners;
    this.bank = options.bank;
    this.host = options.host;
    this.#weakening = options.weakening;
  }

  /** The attack begins: what is there now belongs to others. */
  begin(): void {
    this.#startedAt = performance.now();
    this.#bystanders = new Set(childrenOf(this.host.pid).map(({ pid }) => pid));
    this.#rssAtStart = rssOf(this.host.pid);
    this.#cpuMsAtStart = findProcess(this.host.pid)?.cpuMs ?? 0;
  }

  /** Looks at the processes once more. */
  look(): void {
    for (const { pid } of this.cells) {
      this.#cellsSeen.add(pid);
      this.#mostCellRss = Math.max(this.#mostCellRss, rssOf(pid));
    }
    this.#mostHostRss = Math.max(this.#mostHostRss, rssOf(this.host.pid));
  }

  /** Milliseconds since the attack began. */
  get elapsedMs(): number {
    return this.#startedAt === undefined ? 0 : performance.now() - this.#startedAt;
  }

  /** What the host made of the attack; undefined while it still waits. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  set outcome(outcome: Outcome) {
    this.#outcome = outcome;
    this.#outcomeAt = performance.now();
  }

  /** Milliseconds since the host had its outcome; 0 while it waits. */
  get sinceOutcomeMs(): number {
    return this.#outcomeAt === undefined ? 0 : performance.now() - this.#outcomeAt;
  }

  /** What the plugin answered, as far as the host let it through. */
  get answer(): unknown {
    return this.#outcome !== undefined && 'value' in this.#outcome ? this.#outcome.value : undefined;
  }

  /** Processes of the attacker that live now. */
  get cells(): ProcessRow[] {
    return childrenOf(this.host.pid).filter(({ pid }) => !this.#bystanders.has(pid));
  }

  /** Processes of others that have died since. */
  get deadBystanders(): number[] {
    return [...this.#bystanders].filter((pid) => findProcess(pid) === undefined);
  }

  get bystanders(): number[] {
    return [...this.#bystanders];
  }

  /** Every process of the attacker that was ever seen. */
  get cellsSeen(): number[] {
    return [...this.#cellsSeen];
  }

  /** The most memory that the host ever had beyond what it had when the attack began, in bytes. */
  get hostGrowth(): number {
    return this.#mostHostRss - this.#rssAtStart;
  }

  /** Time of a processor that the host has used since the attack began, in milliseconds. */
  get hostCpuMs(): number {
    return (findProcess(this.host.pid)?.cpuMs ?? this.#cpuMsAtStart) - this.#cpuMsAtStart;
  }

  /** The most memory that a process of the attacker ever had, in bytes. */
  get mostCellRss(): number {
    return this.#mostCellRss;
  }

  /** What the command prints about all this, byte by byte. */
  bourse(...args: string[]): Promise<string> {
    return runBourse(this.scene, this.#weakening.edits ?? {}, args);
  }

  async prototypes(): Promise<string[]> {
    return this.host.end === undefined ? ((await this.host.ask({ ask: 'prototypes' })) as string[]) : [];
  }
}
