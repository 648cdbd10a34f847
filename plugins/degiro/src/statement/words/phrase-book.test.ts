import { describe, expect, test } from '@jest/globals';
import { english } from './english.js';
import { foldText } from './fold-text.js';
import { LANGUAGES } from './languages.js';
import { TREATMENTS, type Meaning } from './meaning.js';
import { createPhraseBook, PHRASES } from './phrase-book.js';

const meaningOf = (text: string): Meaning | undefined => PHRASES.findMeaning(foldText(text));

const phrases = LANGUAGES.flatMap(({ name, phrases: words }) =>
  Object.entries(words).flatMap(([meaning, texts]) => texts.map((text) => ({ name, meaning, text }))),
);

describe('the words of all languages', () => {
  test.each(phrases)('$name: $text is $meaning', ({ meaning, text }) => {
    expect(meaningOf(text.replace('*', ''))).toBe(meaning);
    if (text.endsWith('*')) expect(meaningOf(`${text.slice(0, -1)} 2024 (Nasdaq - NDQ)`)).toBe(meaning);
  });

  test('every meaning has words', () => {
    const known = new Set(phrases.map(({ meaning }) => meaning));
    expect(Object.keys(TREATMENTS).filter((meaning) => !known.has(meaning))).toEqual([]);
  });
});

describe('what begins with the same words', () => {
  test.each<readonly [string, Meaning]>([
    ['Ingreso', 'DEPOSIT'],
    ['Ingreso Cambio de Divisa', 'CONVERSION'],
    ['Retirada', 'WITHDRAWAL'],
    ['Retirada Cambio de Divisa', 'CONVERSION'],
    ['Levantamento', 'WITHDRAWAL'],
    ['Levantamento de divisa', 'CONVERSION'],
    ['Prelievo', 'WITHDRAWAL'],
    ['Prelievo FX', 'CONVERSION'],
    ['Dividend', 'DIVIDEND'],
    ['Dividend Tax', 'INCOME_TAX'],
    ['Dividendbelasting', 'INCOME_TAX'],
    ['Auszahlung', 'WITHDRAWAL'],
    ['Auszahlung von Ihrem Geldkonto bei der flatexDEGIRO Bank: 9.937,82 EUR', 'SWEEP_FROM_BANK'],
    ['Flatex Interest', 'INTEREST'],
    ['flatex Withdrawal', 'WITHDRAWAL'],
    ['Processed Flatex Withdrawal', 'WITHDRAWAL_RESERVATION'],
    ['Imposta di bollo', 'ACCOUNT_TAX'],
    ['Imposta di bollo Londra/Dublino', 'STAMP_DUTY'],
    ['Stamp Duty (London/Dublin)', 'STAMP_DUTY'],
    ['SEPA Instant Terugstorting', 'WITHDRAWAL'],
    ['Storting', 'DEPOSIT'],
    ['Storting mislukt', 'FAILED_PAYMENT'],
    ['Terugstorting in behandeling', 'WITHDRAWAL_RESERVATION'],
    ['Prelievo rifiutato', 'WITHDRAWAL_RESERVATION'],
    ['DEGIRO Compensazione', 'COMPENSATION'],
    ['Ausschüttung Geldmarktfonds', 'DIVIDEND'],
  ])('%s is %s', (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  test.each(['Dividend Herinvestering', 'Depositary receipt', 'Renteswap', 'Interest rate swap', ''])(
    '%j is not known',
    (text) => {
      expect(meaningOf(text)).toBeUndefined();
    },
  );
});

describe('spelling', () => {
  test('umlauts may be written with an e', () => {
    expect(meaningOf('Kapitalrueckzahlung')).toBe('RETURN_OF_CAPITAL');
    expect(meaningOf('WAEHRUNGSWECHSEL (Einbuchung)')).toBe('CONVERSION');
  });

  test('the sides of a trade are known in every language', () => {
    for (const { buy, sell } of LANGUAGES) {
      expect(buy.map((word) => PHRASES.findSide(foldText(word)))).toEqual(buy.map(() => 'BUY'));
      expect(sell.map((word) => PHRASES.findSide(foldText(word)))).toEqual(sell.map(() => 'SELL'));
    }
  });

  test('corporate actions are known by what stands before the colon', () => {
    expect(PHRASES.findAction('productwijziging')).toBe('IDENTIFIER_CHANGE');
    expect(PHRASES.findAction('rettifica per frazionamento azionario')).toBe('SPLIT');
    expect(PHRASES.findAction('something new')).toBeUndefined();
  });
});

test('words with two meanings are refused', () => {
  const twice = { ...english, phrases: { DEPOSIT: ['Dividend'] } };
  expect(() => createPhraseBook([english, twice])).toThrow('"dividend" means DIVIDEND and DEPOSIT');
});
