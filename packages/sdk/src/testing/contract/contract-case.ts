import type { Subject } from './subject.js';

/** One thing that every plugin keeps to that it concerns. Numbers are never used again. */
export interface ContractCase {
  readonly number: number;
  readonly title: string;
  /** Whether it concerns a plugin with these services and fixtures; every plugin where it is left out. */
  readonly applies?: (subject: Subject) => boolean;
  /** Rejects with a ContractViolation. */
  readonly run: (subject: Subject) => Promise<void>;
}
