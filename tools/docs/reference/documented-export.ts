/** A field, property or method of an export. */
export interface DocumentedMember {
  readonly name: string;
  readonly isOptional: boolean;
  /** The type or the signature, as the source says it. */
  readonly form: string;
  readonly text: string;
  /** What stands behind `@deprecated`. */
  readonly deprecated?: string;
}

/** One name that an entry point exports; a schema and the type that is made of it are one. */
export interface DocumentedExport {
  readonly name: string;
  /** The schema that the type is inferred from. */
  readonly schema?: string;
  /** Path of the declaring file below packages/, without `src`. */
  readonly file: string;
  readonly text: string;
  /** Behind the text: what goes wrong, examples and other tags. */
  readonly notes: readonly string[];
  readonly deprecated?: string;
  /** The declaration, where members do not say it all. */
  readonly signature?: string;
  readonly members: readonly DocumentedMember[];
}
