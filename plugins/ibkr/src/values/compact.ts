type UnknownNames<Fields> = {
  [Name in keyof Fields]: undefined extends Fields[Name] ? Name : never;
}[keyof Fields];

/** The fields without those that are undefined. */
export type Compact<Fields> = {
  [Name in Exclude<keyof Fields, UnknownNames<Fields>>]: Fields[Name];
} & {
  [Name in UnknownNames<Fields>]?: Exclude<Fields[Name], undefined>;
};

/** Leaves out fields that are undefined: absent is absent. */
export function compact<Fields extends object>(fields: Fields): Compact<Fields> {
  const known: Partial<Fields> = {};
  for (const name in fields) if (fields[name] !== undefined) known[name] = fields[name];
  // The compiler cannot follow which names were undefined.
  return known as Compact<Fields>;
}
