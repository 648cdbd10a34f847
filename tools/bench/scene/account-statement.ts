import { hash } from 'node:crypto';

/** What a generated account statement holds. */
export interface StatementSize {
  readonly trades: number;
  /** Every so manyth trade has a row for its costs: 1 all, 0 none. */
  readonly costsEvery: number;
  readonly instruments: number;
}

export const FORMAT = 'degiro-account-csv';

const HEADER = 'Date,Time,Value date,Product,ISIN,Description,FX,Change,,Balance,,Order Id';

/** Between two trades; 100,000 of them last seven years. */
const STEP_MINUTES = 37;

const FIRST_DAY = Date.UTC(2015, 0, 5);
const OPENING_CENTS = 1_000_000_000;
const COSTS_CENTS = 200;

/**
 * An account statement as DEGIRO exports it: the newest row first, a running balance, trades of many instruments and
 * their costs. The same size always gives the same text.
 */
export function writeAccountStatement({ trades, costsEvery, instruments }: StatementSize): string {
  const isins = Array.from({ length: instruments }, (_, index) => isinOf(index));
  const rows = [depositRow()];
  let balance = OPENING_CENTS;
  for (let trade = 0; trade < trades; trade += 1) {
    const instrument = (trade * 7) % instruments;
    const facts = { trade, name: `Fund ${instrument}`, isin: isins[instrument] ?? '' };
    const bought = trade % 3 !== 2;
    const quantity = 1 + (trade % 40);
    const cents = 1_000 + ((trade * 7_919) % 9_000);
    const change = (bought ? -1 : 1) * quantity * cents;
    balance += change;
    const text = `${bought ? 'Buy' : 'Sell'} ${quantity} ${facts.name}@${inUnits(cents)} EUR (${facts.isin})`;
    rows.push(rowOf(facts, text, change, balance));
    if (costsEvery === 0 || trade % costsEvery !== 0) continue;
    balance -= COSTS_CENTS;
    rows.push(rowOf(facts, 'DEGIRO Transaction and/or third party fees', -COSTS_CENTS, balance));
  }
  return `${[HEADER, ...rows.reverse()].join('\n')}\n`;
}

interface TradeFacts {
  readonly trade: number;
  readonly name: string;
  readonly isin: string;
}

function depositRow(): string {
  return `04-01-2015,09:00,04-01-2015,,,iDEAL Deposit,,EUR,${money(OPENING_CENTS)},EUR,${money(OPENING_CENTS)},`;
}

function rowOf({ trade, name, isin }: TradeFacts, text: string, change: number, balance: number): string {
  const [date, time] = momentOf(trade);
  return `${date},${time},${date},${name},${isin},${text},,EUR,${money(change)},EUR,${money(balance)},${orderOf(trade)}`;
}

/** Hours at which Europe's exchanges are open. */
function momentOf(trade: number): [date: string, time: string] {
  const minutes = trade * STEP_MINUTES;
  const [year = '', month = '', day = ''] = new Date(FIRST_DAY + minutes * 60_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  const minute = minutes % 1_440;
  const inSession = 9 * 60 + (minute % 480);
  return [`${day}-${month}-${year}`, `${two(Math.floor(inSession / 60))}:${two(inSession % 60)}`];
}

function orderOf(trade: number): string {
  return hash('md5', `order ${trade}`).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function money(cents: number): string {
  const text = inUnits(cents).replace(/\B(?=(\d{3})+\.)/g, ',');
  return text.includes(',') ? `"${text}"` : text;
}

function inUnits(cents: number): string {
  return (cents / 100).toFixed(2);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** An ISIN with the check digit of ISO 6166. */
function isinOf(index: number): string {
  const body = `NL00${String(10_000_00 + index).padStart(7, '0')}`;
  const digits = [...body].flatMap((character) => [...String(Number.parseInt(character, 36))]).map(Number);
  const sum = digits.reverse().reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(weighted / 10) + (weighted % 10);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
