import { parseArgs } from 'node:util';
import type { Wishes } from '../answers/complete-answers.js';
import { Refusal } from '../refusal.js';

/** What the command line says. */
export interface Words {
  readonly wishes: Partial<Wishes>;
  /** Take defaults and ask nobody. */
  readonly yes: boolean;
  readonly install: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

const OPTIONS = {
  id: { type: 'string' },
  type: { type: 'string' },
  institution: { type: 'string' },
  needs: { type: 'string' },
  install: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false, short: 'y' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const;

/** @throws Refusal COMMAND_LINE_INVALID */
export function readWords(args: readonly string[]): Words {
  const { values, positionals } = parse(args);
  const [name = values.id, ...more] = positionals;
  if (more.length > 0 || (positionals.length > 0 && values.id !== undefined))
    throw misunderstood('One name is enough.');
  const { type, institution, yes, install, json, help } = values;
  const needs = values.needs
    ?.split(',')
    .map((need) => need.trim())
    .filter((need) => need !== '');
  return {
    wishes: { ...(name === undefined ? {} : { name }), type, institution, needs },
    yes,
    install,
    json,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = String(error)
      .replace(/^\w+( \[\w+\])?: /, '')
      .split('. ');
    throw misunderstood(`${reason.replace(/\.$/, '')}.`);
  }
}

function misunderstood(message: string): Refusal {
  return new Refusal('COMMAND_LINE_INVALID', message, 'Try npm create bourse-plugin -- --help.');
}
