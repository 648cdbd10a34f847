const { structuredClone: hostClone, TypeError } = globalThis;

/** Copies data with its cycles, maps, sets and dates. Nothing is transferred. */
export function structuredClone(value: unknown): unknown {
  try {
    return hostClone(value);
  } catch (error) {
    throw isOfRuntime(error) ? new TypeError('the value cannot be copied') : error;
  }
}

/** An error of the runtime, which stays outside; a getter of the plugin may throw one of its own, which it may see. */
function isOfRuntime(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    Object.prototype.toString.call(error) === '[object DOMException]'
  );
}
