import type { CorporateActionType, OrderSide } from '@bourse/sdk';
import { foldText } from './fold-text.js';
import type { Language } from './language.js';
import { LANGUAGES } from './languages.js';
import type { Meaning } from './meaning.js';

/** The words of several languages, folded and ready to be looked up. */
export interface PhraseBook {
  /** What a folded description means; the longest phrase that fits decides. */
  findMeaning(folded: string): Meaning | undefined;
  /** Which side the first word of a trade names. */
  findSide(folded: string): OrderSide | undefined;
  /** Which corporate action the text before the colon names. */
  findAction(folded: string): CorporateActionType | undefined;
}

interface Prefix {
  readonly text: string;
  readonly meaning: Meaning;
}

/** The words of all known languages together, since a file may mix them. */
export const PHRASES = createPhraseBook(LANGUAGES);

/**
 * Makes a phrase book of languages.
 *
 * @throws Error where the same words have two meanings: a mistake in the tables.
 */
export function createPhraseBook(languages: readonly Language[]): PhraseBook {
  const phrases = new Map<string, Meaning>();
  const sides = new Map<string, OrderSide>();
  const actions = new Map<string, CorporateActionType>();
  for (const { phrases: words, actions: names, buy, sell } of languages) {
    addAll(phrases, words);
    addAll(actions, names);
    addAll(sides, { BUY: buy, SELL: sell });
  }
  const prefixes = indexPrefixes(phrases);
  return {
    findMeaning: (folded) => phrases.get(folded) ?? findPrefix(prefixes, folded)?.meaning,
    findSide: (folded) => sides.get(folded),
    findAction: (folded) => actions.get(folded),
  };
}

function addAll<Value extends string>(
  map: Map<string, Value>,
  table: Readonly<Partial<Record<Value, readonly string[]>>>,
): void {
  for (const value of Object.keys(table) as Value[]) {
    for (const text of (table[value] ?? []).flatMap(spellings)) {
      const known = map.get(text);
      if (known !== undefined && known !== value) throw new Error(`"${text}" means ${known} and ${value}`);
      map.set(text, value);
    }
  }
}

/** The folded text, and where it has umlauts the one with `ae`, `oe` and `ue`. */
function spellings(text: string): string[] {
  const transcribed = text.replace(/[äöüÄÖÜ]/g, (letter) => `${foldText(letter)}e`);
  return [...new Set([foldText(text), foldText(transcribed)])];
}

/** Phrases that are beginnings, by their first word, the longest first. */
function indexPrefixes(phrases: ReadonlyMap<string, Meaning>): ReadonlyMap<string, readonly Prefix[]> {
  const index = new Map<string, Prefix[]>();
  for (const [phrase, meaning] of phrases) {
    if (!phrase.endsWith('*')) continue;
    const text = phrase.slice(0, -1);
    const same = index.get(firstWord(text)) ?? [];
    same.push({ text, meaning });
    index.set(
      firstWord(text),
      same.sort((left, right) => right.text.length - left.text.length),
    );
  }
  return index;
}

function findPrefix(index: ReadonlyMap<string, readonly Prefix[]>, folded: string): Prefix | undefined {
  return index
    .get(firstWord(folded))
    ?.find(({ text }) => folded.startsWith(text) && !/[\p{L}\d]/u.test(folded[text.length] ?? ''));
}

function firstWord(text: string): string {
  const end = text.search(/[ (:]/);
  return end === -1 ? text : text.slice(0, end);
}
