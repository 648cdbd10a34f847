import type { DegiroScenario } from './scenario.js';

type Language = DegiroScenario['language'];
type Translations = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** What the account books, in the other languages. What is not listed stands in every language. */
const PHRASES: Readonly<Record<string, Translations>> = {
  'FX Debit': { nl: 'Valuta Debitering', de: 'Währungswechsel (Ausbuchung)' },
  'FX Credit': { nl: 'Valuta Creditering', de: 'Währungswechsel (Einbuchung)' },
  Dividend: { nl: 'Dividend', de: 'Dividende' },
  'Dividend Tax': { nl: 'Dividendbelasting', de: 'Dividendensteuer' },
  'DEGIRO Transaction and/or third party fees': {
    nl: 'DEGIRO Transactiekosten en/of kosten van derden',
    de: 'DEGIRO Transaktionsgebühren und/oder Fremdkosten',
  },
  'French Transaction Tax': {
    nl: 'Transactiebelasting Frankrijk',
    de: 'Französische Finanztransaktionssteuer',
  },
  'DEGIRO Exchange Connection Fee': {
    nl: 'DEGIRO Aansluitingskosten',
    de: 'Einrichtung von Handelsmodalitäten',
  },
  'DEGIRO Rebate Promotion': { nl: 'Verrekening welkomstactie', de: 'Gutschrift für die Neukundenaktion' },
  'flatex Withdrawal': { nl: 'flatex terugstorting', de: 'flatex Auszahlung' },
  'iDEAL Deposit': { nl: 'iDEAL storting', de: 'SOFORT Einzahlung' },
  'Transfer to your Cash Account at flatexDEGIRO Bank': {
    nl: 'Overboeking naar uw geldrekening bij flatexDEGIRO Bank',
    de: 'Überweisung auf Ihr Geldkonto bei der flatexDEGIRO Bank',
  },
  'Transfer from your Cash Account at flatexDEGIRO Bank': {
    nl: 'Overboeking van uw geldrekening bij flatexDEGIRO Bank',
    de: 'Auszahlung von Ihrem Geldkonto bei der flatexDEGIRO Bank',
  },
  'STOCK DIVIDEND': { nl: 'STOCK DIVIDEND', de: 'STOCKDIVIDENDE' },
  'STOCK SPLIT': { nl: 'STOCK SPLIT', de: 'AKTIENSPLIT' },
};

const TRADE = /^(?:([A-Z ]+): )?(Buy|Sell) (\d+) (.+)@([\d.]+) ([A-Z]{3}) \(([A-Z0-9]{12})\)$/;

/** A description in the language of an account, numbers and all. */
export function translate(description: string, language: Language): string {
  if (language === 'en') return description;
  const trade = TRADE.exec(description);
  if (trade !== null) return translateTrade(trade, language);
  const phrase = Object.keys(PHRASES)
    .filter((known) => description.startsWith(known))
    .sort((left, right) => right.length - left.length)[0];
  if (phrase === undefined) return description;
  return `${PHRASES[phrase]?.[language]}${swapMarks(description.slice(phrase.length))}`;
}

function translateTrade(trade: RegExpExecArray, language: Exclude<Language, 'en'>): string {
  const [, action, side, quantity, name, price = '', unit, isin] = trade;
  const before = action === undefined ? '' : `${PHRASES[action]?.[language] ?? action}: `;
  const what = `${swapMarks(price)} ${unit} (${isin})`;
  if (language === 'nl') return `${before}${side === 'Buy' ? 'Koop' : 'Verkoop'} ${quantity} ${name}@${what}`;
  return `${before}${side === 'Buy' ? 'Kauf' : 'Verkauf'} ${quantity} zu je ${what}`;
}

/** `5,000.25` as `5.000,25`. */
export function swapMarks(text: string): string {
  return text.replace(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === '.' ? ',' : '.'));
}
