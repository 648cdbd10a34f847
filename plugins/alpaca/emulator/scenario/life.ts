import type { Book } from './book.js';
import { easternTime } from './eastern.js';
import type { Asset } from './facts.js';
import { priceAt, splitFactor } from './price.js';
import { HOLIDAYS, tradingDays } from './sessions.js';

/** Ten months of an account: deposits, single trades, income with its taxes, fees, a split and a spin-off. */
export function tellSingleEvents(book: Book): void {
  tellTrades(book);
  tellCash(book);
  tellIncome(book);
  tellCorporateActions(book);
}

/** Every Monday, or the next open day, the same sum in three funds; quantities are fractions. */
export function tellSavingPlan(book: Book, assets: readonly Asset[]): void {
  const open = tradingDays('2026-01-12', '2026-11-20', HOLIDAYS);
  const days = open.filter((day, index) => week(day) !== week(open[index - 1] ?? ''));
  for (const day of days) {
    for (const [index, symbol] of ['VTI', 'VXUS', 'BND'].entries()) {
      const asset = assets.find((one) => one.symbol === symbol);
      if (asset === undefined) continue;
      const at = easternTime(day, '09:45') + index * 1037;
      const price = priceAt(asset, at) * splitFactor(asset, at);
      const qty = (25 / price).toFixed(9).replace(/0+$/, '');
      const time = `${new Date(at).toISOString().slice(0, -1)}275Z`;
      book.order({ symbol, side: 'buy', fills: [{ at: time, qty, price: price.toFixed(2) }] });
    }
  }
}

function week(day: string): string {
  if (day === '') return '';
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek} ${date.weekOfYear}`;
}

function tellTrades(book: Book): void {
  book.order({
    symbol: 'AAPL',
    side: 'buy',
    fills: [
      { at: '2026-01-06T15:30:04.650275Z', qty: '10', price: '245.12' },
      { at: '2026-01-06T15:30:04.912004Z', qty: '5', price: '245.15' },
    ],
  });
  order(book, 'KO', 'buy', '2026-01-08T14:31:12.104511Z', '20', '69.44');
  order(book, 'TM', 'buy', '2026-01-14T19:02:55.000001Z', '4', '188.07');
  order(book, 'ORLY', 'buy', '2026-02-02T16:20:31.5Z', '0.75', '1391.30');
  order(book, 'HON', 'buy', '2026-02-10T18:45:09.333333Z', '6', '205.75');
  order(book, 'BTC/USD', 'buy', '2026-02-15T03:12:44.126Z', '0.01', '67912.5');
  // After the session: in New York it is still the day before.
  order(book, 'KO', 'sell', '2026-03-11T00:29:59.123456Z', '8', '71.02');
  order(book, 'AAPL', 'sell_short', '2026-04-08T14:00:01.000002Z', '3', '260.1');
  order(book, 'AAPL', 'buy', '2026-04-09T14:00:02.000003Z', '3', '258.45');
  order(book, 'BTC/USD', 'sell', '2026-09-27T22:47:10.75Z', '0.004', '70118.25');
}

function order(book: Book, symbol: string, side: 'buy' | 'sell' | 'sell_short', ...fill: string[]): void {
  const [at = '', qty = '', price = ''] = fill;
  book.order({ symbol, side, fills: [{ at, qty, price }] });
}

function tellCash(book: Book): void {
  book.add({ activity_type: 'CSD', date: '2026-01-05', net_amount: '10000', description: '' });
  book.add({ activity_type: 'CSD', date: '2026-05-04', net_amount: '2500', description: '' });
  book.add({ activity_type: 'CSD', date: '2026-05-05', net_amount: '2500', status: 'canceled' });
  book.add({ activity_type: 'CSW', date: '2026-08-17', net_amount: '-750.5', description: '' });
  book.add({
    activity_type: 'JNLC',
    date: '2026-05-20',
    net_amount: '25',
    description: 'Account opening reward',
    status: 'correct',
  });
  const interest = { activity_type: 'INT', activity_sub_type: 'SWP' };
  book.add({ ...interest, date: '2026-03-02', net_amount: '7.31', description: 'Cash sweep interest' });
  book.add({ ...interest, date: '2026-04-01', net_amount: '8.02', description: 'Cash sweep interest' });
  book.add({
    activity_type: 'INTNRA',
    date: '2026-04-01',
    net_amount: '-1.2',
    description: 'NRA withholding',
  });
  const fee = { activity_type: 'FEE', date: '2026-03-10' };
  book.add({
    ...fee,
    activity_sub_type: 'REG',
    net_amount: '-0.02',
    description: 'REG fee for proceed of $568.16 on 2026-03-10',
  });
  book.add({
    ...fee,
    activity_sub_type: 'TAF',
    net_amount: '-0.01',
    description: 'TAF fee for proceed of 8 shares on 2026-03-10',
  });
  const coinFee = { activity_type: 'CFEE', symbol: 'BTCUSD' };
  book.add({
    ...coinFee,
    date: '2026-02-15',
    net_amount: '0',
    qty: '-0.000025',
    price: '67912.5',
    description: 'Coin Pair Transaction Fee (Non USD)',
  });
  book.add({
    ...coinFee,
    date: '2026-09-27',
    net_amount: '-0.7011825',
    qty: '0',
    description: 'Coin Pair Transaction Fee (USD)',
  });
}

function tellIncome(book: Book): void {
  const apple = { date: '2026-02-12', symbol: 'AAPL' };
  book.add({
    ...apple,
    activity_type: 'DIV',
    activity_sub_type: 'CDIV',
    net_amount: '3.9',
    qty: '15',
    per_share_amount: '0.26',
    description: 'Cash DIV @ 0.26',
  });
  book.add({
    ...apple,
    activity_type: 'DIVNRA',
    net_amount: '-0.59',
    description: 'DIV tax withholding on $3.90 at 15% for tax country NLD; w8w9: w8',
  });
  book.add({
    activity_type: 'DIV',
    activity_sub_type: 'CDIV',
    date: '2026-04-01',
    symbol: 'KO',
    net_amount: '6.36',
    qty: '12',
    per_share_amount: '0.53',
    description: 'Cash DIV @ 0.53',
  });
  // The tax of this one is booked a day later.
  book.add({
    activity_type: 'DIVNRA',
    date: '2026-04-02',
    symbol: 'KO',
    net_amount: '-0.95',
    description: 'DIV tax withholding on $6.36 at 15% for tax country NLD; w8w9: w8',
  });
  const toyota = { date: '2026-06-05', symbol: 'TM' };
  book.add({
    ...toyota,
    activity_type: 'DIV',
    net_amount: '7.84',
    qty: '4',
    per_share_amount: '1.96',
    description: 'Foreign Cash DIV @ 1.96',
  });
  book.add({ ...toyota, activity_type: 'DIVFT', net_amount: '-1.2', description: 'Foreign tax withheld' });
  book.add({ ...toyota, activity_type: 'DIVFEE', net_amount: '-0.08', description: 'DIV fee' });
  book.add({
    activity_type: 'PTC',
    date: '2026-07-20',
    symbol: 'TM',
    net_amount: '-0.2',
    description: 'ADR pass thru fee',
  });
  const fund = { date: '2026-06-30', symbol: 'VTI' };
  book.add({ ...fund, activity_type: 'DIV', net_amount: '3.02', description: 'Cash DIV' });
  book.add({ ...fund, activity_type: 'DIVCGL', net_amount: '0.44', description: 'Long term gain' });
  book.add({ ...fund, activity_type: 'DIVROC', net_amount: '0.11', description: 'Return of capital' });
}

function tellCorporateActions(book: Book): void {
  const split = { activity_type: 'SPLIT', activity_sub_type: 'FSPLIT', date: '2026-06-10', symbol: 'ORLY' };
  const siblings = { group_id: book.group(), net_amount: '0' };
  book.add({
    ...split,
    ...siblings,
    qty: '-0.75',
    price: '1395',
    description: 'REMOVE, From QTY:0.75, To QTY:11.25, Position Value:1046.25',
  });
  book.add({
    ...split,
    ...siblings,
    qty: '11.25',
    price: '93',
    description: 'ADD, From QTY:0.75, To QTY:11.25, Position Value:1046.25',
  });
  book.add({
    activity_type: 'SPIN',
    date: '2026-09-29',
    symbol: 'HONA',
    net_amount: '0',
    qty: '1.5',
    price: '60',
    description: 'Spin off from HON',
  });
}
