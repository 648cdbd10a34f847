import { confirm, isCancel, multiselect, select, text } from '@clack/prompts';
import { Canceled, type Choice, type Interviewer } from './interviewer.js';

/** Asks in the terminal that the command was typed in. */
export const terminalInterviewer: Interviewer = {
  text: async (message, initialValue, check) =>
    answered(await text({ message, initialValue, validate: (value) => check(value ?? '') })),
  one: async (message, choices) => {
    const value: unknown = await select<string>({ message, options: optionsOf(choices) });
    return chosen(answered(value), choices);
  },
  some: async (message, choices, initial) => {
    const values = await multiselect<string>({
      message,
      options: optionsOf(choices),
      initialValues: [...initial],
      required: true,
    });
    return answered(values).map((value) => chosen(value, choices));
  },
  yes: async (message, initialValue) => answered(await confirm({ message, initialValue })),
};

function answered<Value>(value: Value): Exclude<Value, symbol> {
  if (isCancel(value)) throw new Canceled();
  return value as Exclude<Value, symbol>;
}

function optionsOf(choices: readonly Choice<string>[]): { value: string; label: string }[] {
  return choices.map(({ value, label }) => ({ value, label }));
}

function chosen<Value extends string>(answer: unknown, choices: readonly Choice<Value>[]): Value {
  const found = choices.find(({ value }) => value === answer);
  if (found === undefined) throw new Canceled();
  return found.value;
}
