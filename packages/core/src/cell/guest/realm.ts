import 'ses';
import { makeAssignable } from './assignable.js';
import { HELPER_CLASSES, type Endowments } from './endowments/index.js';
import { GLOBAL_NAMES } from './global-names.js';
import { installRegexpMethods } from './regexp-methods.js';
import { closeSuppressedError } from './suppressed-error.js';

/** Where plugin code runs. */
export interface Realm {
  /** Evaluates source text as plugin code. */
  readonly evaluate: (source: string) => unknown;
  /** Makes an object fit to be handed to a plugin: nothing that it leads to can be changed. */
  readonly close: (value: object) => void;
}

/**
 * Closes the realm: every intrinsic is frozen, and the plugin gets a global object of its own that holds exactly
 * GLOBAL_NAMES.
 */
export function closeRealm(makeEndowments: () => Endowments): Realm {
  installRegexpMethods();
  closeSuppressedError();
  repairIntrinsics({
    overrideTaming: 'min',
    errorTaming: 'safe',
    consoleTaming: 'unsafe',
    stackFiltering: 'verbose',
    errorTrapping: 'none',
    unhandledRejectionTrapping: 'none',
    reporting: 'none',
  });
  makeAssignable();
  hardenIntrinsics();
  const globals = makeEndowments();
  harden([globals, HELPER_CLASSES]);
  const compartment = new Compartment({ __options__: true, globals });
  for (const name of Object.getOwnPropertyNames(compartment.globalThis)) {
    if (!GLOBAL_NAMES.includes(name)) delete compartment.globalThis[name];
  }
  return { evaluate: (source) => compartment.evaluate(source), close: harden };
}
