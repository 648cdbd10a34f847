import { printable, type PluginDetails } from '@bourse/core';
import { stateWord } from './state-cell.js';

/** What becomes of a package that was added. */
export function nextText({ id, state, version, reason, pending }: PluginDetails): string {
  const approve = `bourse plugins approve ${id}`;
  if (state === 'waiting') return `It waits for you: ${approve}`;
  if (pending !== undefined)
    return `Version ${printable(version)} serves on; version ${printable(pending.version)} waits for you: ${approve}`;
  if (state === 'discovered' || state === 'active')
    return `Version ${printable(version)} serves; it asks for no more than was approved.`;
  return `It is ${stateWord(state)}${reason === undefined ? '' : `: ${printable(reason)}`}. See: bourse plugins info ${id}`;
}
