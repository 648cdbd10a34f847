const { defineProperty, getOwnPropertyDescriptor, hasOwn } = Object;
const { ownKeys } = Reflect;

/** Any property of these may be taken for one of an heir: records have all kinds of keys, and some classes are extended by assignment. */
const WHOLE: readonly object[] = [
  Object.prototype,
  Map.prototype,
  Set.prototype,
  Object.getPrototypeOf(Uint8Array.prototype) as object,
];

/**
 * What programs assign to on heirs of the others. The iterator of arrays is not among it: as an accessor it makes every
 * spread a hundred times slower.
 */
const SOME: readonly (readonly [object, readonly string[]])[] = [
  [Array.prototype, ['toString']],
  [Promise.prototype, ['constructor']],
  [Function.prototype, ['constructor', 'bind', 'toString']],
  [Object.getPrototypeOf(function* () {}) as object, ['constructor', 'name', 'toString']],
  ...[Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(
    ({ prototype }) => [prototype, ['constructor', 'message', 'name', 'toString']] as const,
  ),
];

/**
 * Lets objects that inherit from intrinsics be assigned properties of the same names, which the language forbids once
 * the inherited ones are frozen. It is what SES calls override taming, done faster; it has its place between repairing
 * and freezing.
 */
export function makeAssignable(): void {
  for (const holder of WHOLE) for (const key of ownKeys(holder)) override(holder, key);
  for (const [holder, keys] of SOME) for (const key of keys) override(holder, key);
}

/** Puts an accessor in the place of a value: what is assigned on an heir becomes a property of its own. */
function override(holder: object, key: PropertyKey): void {
  const property = getOwnPropertyDescriptor(holder, key);
  if (property === undefined || !('value' in property) || property.configurable !== true) return;
  const value: unknown = property.value;
  const defineOwn = definer(key);
  const get = { get: (): unknown => value }.get;
  const accessor = {
    set(this: unknown, next: unknown) {
      if (this === holder || !isObject(this))
        throw new TypeError(`Cannot assign to read only property '${String(key)}'`);
      if (hasOwn(this, key)) (this as Record<PropertyKey, unknown>)[key] = next;
      else defineOwn(this, next);
    },
  };
  // Freezing follows the properties of functions; this is how it finds the value behind the getter.
  defineProperty(get, 'originalValue', { value });
  defineProperty(holder, key, { get, set: accessor.set });
}

/** A class that makes no object but takes the one it is given: the fields of its heirs are defined on that one. */
const Stamp = function (target: object) {
  return target;
} as unknown as new (target: object) => object;

/** Defines an ordinary property, by a field of a class: that takes a tenth of the time of Object.defineProperty. */
function definer(key: PropertyKey): (target: object, value: unknown) => void {
  let next: unknown;
  class Field extends Stamp {
    [key] = next;
  }
  return (target, value) => {
    next = value;
    new Field(target);
    next = undefined;
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'function' || (typeof value === 'object' && value !== null);
}
