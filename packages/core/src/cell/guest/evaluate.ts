import { BOUND_INTRINSICS } from './global-names.js';

/** Name of the script in stacks; the host maps positions with the plugin's source map. */
export const SCRIPT_NAME = 'plugin.js';

/** The line of what is evaluated on which the script begins. */
export const SCRIPT_FIRST_LINE = 2;

interface CommonModule {
  exports: unknown;
}

type Wrapper = (module: CommonModule, exports: unknown) => void;

/**
 * Runs a CommonJS script and gives what it exports. The intrinsics are bound once as constants: a free variable of a
 * compartment is looked up through a proxy each time, a constant is not.
 */
export function evaluateScript(script: string, evaluate: (source: string) => unknown): unknown {
  const module: CommonModule = { exports: {} };
  const wrapper = evaluate(
    `((${bindings()}) => function (module, exports) {\n${script}\n})(globalThis)\n//# sourceURL=${SCRIPT_NAME}`,
  ) as Wrapper;
  wrapper(module, module.exports);
  return module.exports;
}

function bindings(): string {
  return `{ ${BOUND_INTRINSICS.join(', ')} }`;
}
