import type { PluginState } from '@bourse/core';
import type { Cell } from '../../output/table.js';
import type { Meaning } from '../../output/style.js';

/** States in the words of a user, and how they look. A plugin that is ready is started by the first call. */
const WORDS: Readonly<Record<PluginState, readonly [word: string, meaning: Meaning]>> = {
  discovered: ['ready', 'good'],
  active: ['running', 'good'],
  loading: ['starting', 'good'],
  unloading: ['stopping', 'quiet'],
  waiting: ['waiting', 'warning'],
  disabled: ['disabled', 'quiet'],
  error: ['failed', 'bad'],
  rejected: ['rejected', 'bad'],
  quarantined: ['quarantined', 'bad'],
};

export function stateWord(state: PluginState): string {
  return WORDS[state][0];
}

export function stateCell(state: PluginState): Cell {
  const [text, meaning] = WORDS[state];
  return { text, meaning };
}
