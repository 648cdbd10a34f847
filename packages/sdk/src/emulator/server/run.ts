import type { Answer } from '../call/answer.js';
import type { EmulatorDefinition } from '../define-emulator.js';
import type { Faults } from '../fault/faults.js';
import type { Journal } from '../journal/journal.js';
import type { World } from '../world.js';

/** What all requests of one run share. */
export interface Run<Scenario, State> {
  readonly definition: EmulatorDefinition<Scenario, State>;
  readonly world: World<Scenario, State>;
  readonly journal: Journal;
  readonly faults: Faults<Scenario, State>;
  /** What each route answered last, by its name. */
  readonly lastAnswers: Map<string, Answer>;
}
