import { describe, expect, test } from '@jest/globals';
import { HEADER } from '../../../test/build-row.js';
import { LANGUAGES } from '../words/languages.js';
import { COLUMNS } from './column.js';
import { findColumns } from './column-layout.js';

const usual = Object.fromEntries(COLUMNS.map((column, index) => [column, index]));

function refusal(header: readonly string[]): unknown {
  try {
    findColumns(header);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('findColumns', () => {
  test.each(LANGUAGES)('finds the columns in $name', ({ columns }) => {
    const header = COLUMNS.map((column) =>
      column === 'amount' || column === 'balance' ? '' : (columns[column][0] ?? ''),
    );
    expect(findColumns(header).positions).toEqual(usual);
  });

  test('case, spaces and broken accents mean nothing', () => {
    const header = 'datum, UHRZE ,Valutadatum,Produkt,isin,Beschreibung,FX,Ã„nderung,,Saldo,,Order-ID'.split(
      ',',
    );
    expect(findColumns(header).positions).toEqual(usual);
  });

  test('columns may stand in another order and among others', () => {
    const header = ['Saldo', '', 'Note', ...HEADER.slice(0, 9), 'Order Id'];
    expect(findColumns(header).positions).toEqual({
      ...Object.fromEntries(COLUMNS.slice(0, 9).map((column, index) => [column, index + 3])),
      balanceCurrency: 0,
      balance: 1,
      orderId: 12,
    });
  });

  test('columns without a name may be numbered', () => {
    const header = HEADER.map((name, index) => name || `Unnamed: ${index}`);
    expect(findColumns(header).positions).toEqual(usual);
  });

  test('an unknown name in its usual place is accepted', () => {
    const header = 'Data,Czas,Data waluty,Produkt,ISIN,Opis,FX,Zmiana,,Saldo,,Identyfikator zlecenia'.split(
      ',',
    );
    expect(findColumns(header).positions).toEqual(usual);
  });

  test('a missing column is named in the language of the file', () => {
    const header = HEADER.filter((name) => name !== 'Tijd');
    expect(refusal(header)).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The account statement lacks columns: "Tijd".',
      place: { lines: [1], column: '"Tijd"' },
    });
  });

  test('an amount without its column is told by its currency', () => {
    const header = HEADER.map((name, index) => (index === 8 ? 'Bedrag' : name));
    expect(refusal(header)).toMatchObject({
      message: 'The account statement lacks columns: the amount behind "Mutatie".',
    });
  });

  test('amounts may have names where all columns have one', () => {
    const header = HEADER.map((name, index) => name || `Bedrag ${index}`);
    expect(findColumns(header).positions).toEqual(usual);
    const other = header.map((name, index) => (index === 8 ? 'FX' : index === 6 ? 'Bedrag' : name));
    expect(refusal(other)).toMatchObject({
      message: 'The account statement lacks columns: the amount behind "Mutatie".',
    });
  });

  test.each(['Valutadatum', 'FX', 'Saldo'])('%s may be missing', (missing) => {
    const { positions } = findColumns(HEADER.filter((name) => name !== missing));
    expect(Object.keys(positions)).toHaveLength(missing === 'Saldo' ? 10 : 11);
  });

  test('a column that stands twice is refused', () => {
    expect(refusal([...HEADER, 'ISIN'])).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The account statement has the column "isin" twice.',
    });
  });

  test('the dates of booking and of value may have one name', () => {
    const polish = 'Data,Czas,Data,Produkt,ISIN,Opis,Kurs,Zmiana,,Saldo,,Identyfikator zlecenia'.split(',');
    expect(findColumns(polish).positions).toMatchObject({ date: 0, valueDate: 2, balance: 10 });
    expect(refusal(HEADER.map((name) => (name === 'Tijd' ? 'Datum' : name)))).toMatchObject({
      message: 'The account statement has the column "datum" twice.',
    });
  });

  test('a comma at the end of the header makes no column', () => {
    expect(findColumns([...HEADER, '']).header).toEqual(HEADER);
  });

  test('a header of something else is refused', () => {
    expect(refusal(['Ort', 'Temperatur', 'Wind'])).toMatchObject({ code: 'UNSUPPORTED_FORMAT' });
  });
});

describe('the list of transactions', () => {
  test.each([
    'Datum,Tijd,Product,ISIN,Beurs,Uitvoeringsplaats,Aantal,Koers,,Lokale waarde,,Waarde EUR,Wisselkoers,AutoFX Kosten,Totaal EUR,Order ID,',
    'Date,Time,Product,ISIN,Reference,Venue,Quantity,Price,,Local value,,Value,,Exchange rate,Transaction and/or third,,Total,,Order ID',
    'Datum,Uhrzeit,Produkt,ISIN,Referenzbörse,Ausführungsort,Anzahl,Kurs,,Wert in Lokalwährung,,Wert EUR,Wechselkurs,Gesamt EUR,Order-ID,',
    'Data,Czas,Produkt,ISIN,Giełda referencyjna,Miejsce wykonania,Liczba,Kurs,,Wartość lokalna,,Wartość EUR,Kurs wymiany,Opłaty AutoFX,Razem EUR,Identyfikator zlecenia,',
    'Fecha,Hora,Producto,ISIN,Bolsa de,Centro de ejecución,Número,Precio,,Valor local,,Valor,,Tipo de cambio,Costes,,Total,,ID Orden',
  ])('%s is recognised', (header) => {
    expect(refusal(header.split(','))).toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringContaining('list of transactions'),
      remedy: expect.stringContaining('Account statement'),
    });
  });
});
