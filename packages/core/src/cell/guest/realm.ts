import 'ses';
import { HELPER_CLASSES, type Endowments } from './endowments/index.js';
import { GLOBAL_NAMES } from './global-names.js';

/** Evaluates source text as plugin code. */
export type Evaluate = (source: string) => unknown;

/**
 * Closes the realm: every intrinsic is frozen, and the plugin gets a global object of its own that holds exactly
 * GLOBAL_NAMES.
 */
export function closeRealm(makeEndowments: () => Endowments): Evaluate {
  lockdown({
    // An ordinary class may name a method like one of Object.prototype.
    overrideTaming: 'severe',
    errorTaming: 'safe',
    consoleTaming: 'unsafe',
    stackFiltering: 'verbose',
    errorTrapping: 'none',
    unhandledRejectionTrapping: 'none',
    reporting: 'none',
  });
  const globals = makeEndowments();
  harden([globals, HELPER_CLASSES]);
  const compartment = new Compartment({ __options__: true, globals });
  for (const name of Object.getOwnPropertyNames(compartment.globalThis)) {
    if (!GLOBAL_NAMES.includes(name)) delete compartment.globalThis[name];
  }
  return (source) => compartment.evaluate(source);
}
