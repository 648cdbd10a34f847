/** What many a consumer does with data: merges it into an object of its own, deeply and without a look at the keys. */
export function mergeCarelessly(target: Record<string, unknown>, source: unknown): void {
  if (typeof source !== 'object' || source === null) return;
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (isObject(value) && (isObject(present) || typeof present === 'function')) {
      mergeCarelessly(present as Record<string, unknown>, value);
    } else if (isObject(value)) {
      const copy = {};
      target[key] = copy;
      mergeCarelessly(copy, value);
    } else {
      target[key] = value;
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const PROTOTYPES = {
  Object,
  Array,
  Function,
  String,
  Number,
  Boolean,
  Promise,
  Error,
  Map,
  Set,
  RegExp,
  Date,
};

/** Names of everything that stands in the built-in prototypes. */
export function listPrototypeKeys(): string[] {
  return Object.entries(PROTOTYPES).flatMap(([name, { prototype }]) =>
    Reflect.ownKeys(prototype).map((key) => `${name}.prototype.${String(key)}`),
  );
}
