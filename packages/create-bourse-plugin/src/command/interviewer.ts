/** Something that can be chosen. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Asks somebody at a terminal. Each question throws Canceled where the person wants no more of it. */
export interface Interviewer {
  /** @param check Says in words what is wrong with a text */
  text(question: string, initial: string, check: (text: string) => string | undefined): Promise<string>;
  one<Value extends string>(question: string, choices: readonly Choice<Value>[]): Promise<Value>;
  some<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    initial: readonly Value[],
  ): Promise<readonly Value[]>;
  yes(question: string, initial: boolean): Promise<boolean>;
}

/** Somebody was asked and went away. */
export class Canceled extends Error {}
