declare const SuppressedError: { readonly prototype: object };

/**
 * Closes the error that the language throws when two disposals of `using` fail. SES does not know it: it takes the name away
 * and leaves within reach of the syntax an open prototype, whose constructor leads to the runtime's own Error. Has to run
 * before the intrinsics are repaired; afterwards nobody can name it.
 */
export function closeSuppressedError(): void {
  const { prototype } = SuppressedError;
  Reflect.deleteProperty(prototype, 'constructor');
  Object.freeze(prototype);
}
