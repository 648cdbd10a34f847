import { text, UndocumentedRequest } from '@bourse/sdk/emulator';
import type { Booking, DegiroScenario } from '../scenario/scenario.js';
import { swapMarks, translate } from '../scenario/translate.js';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';
import { isWithin, periodOf } from './period.js';

const HEADERS: Readonly<Record<DegiroScenario['language'], string>> = {
  en: 'Date,Time,Value date,Product,ISIN,Description,FX,Change,,Balance,,Order Id',
  nl: 'Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id',
  de: 'Datum,Uhrze,Valutadatum,Produkt,ISIN,Beschreibung,FX,Änderung,,Saldo,,Order-ID',
};

/** The account statement as a file: the one that users export by hand. */
export const cashAccountReportRoutes: readonly Route[] = [
  {
    name: 'cashAccountReport',
    method: 'GET',
    path: '/portfolio-reports/secure/v3/cashAccountReport/csv',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const period = periodOf(call);
      const language = call.query.get('lang');
      if (
        (language !== 'en' && language !== 'nl' && language !== 'de') ||
        call.query.get('country') === null
      ) {
        throw new UndocumentedRequest('a report has a country and a language');
      }
      const rows = scenario.bookings.filter(({ at }) => isWithin(period, at));
      const lines = rows.map((row) => toLine(row, language));
      return text([HEADERS[language], ...lines, ''].join('\n'), {
        headers: { 'content-type': 'text/csv; charset=utf-8' },
      });
    }),
  },
];

function toLine(booking: Booking, language: DegiroScenario['language']): string {
  const number = (decimal: string): string => (language === 'en' ? decimal : swapMarks(decimal));
  const { at, valueDate, product, isin, description, rate, amount, currency, balance } = booking;
  const cells = [
    printedDate(at),
    at.slice(11, 16),
    printedDate(valueDate),
    product,
    isin,
    translate(description, language),
    number(rate),
    currency,
    number(amount ?? ''),
    booking.balanceCurrency,
    number(balance),
    booking.orderId ?? '',
  ];
  return cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(',');
}

function printedDate(local: string): string {
  return local.slice(0, 10).split('-').reverse().join('-');
}
