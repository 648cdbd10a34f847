import { expect, test } from '@jest/globals';
import { NumberMarks } from './number-marks.js';

test('numbers with a point stay as they are', () => {
  const cells = ['-0.010713949999999999', '1.8E-7', '12.345', '40000', ''];
  expect(new NumberMarks().withPoints(cells)).toEqual(cells);
});

test.each([
  [
    ['0,03', '52900', '-1590,97'],
    ['0.03', '52900', '-1590.97'],
  ],
  [
    ['1.234,56', '12.345'],
    ['1234.56', '12345'],
  ],
  [
    ['0.00025', '40,000', '-10.00'],
    ['0.00025', '40000', '-10.00'],
  ],
  [
    ['1 234,5', '1\u202f234'],
    ['1234.5', '1234'],
  ],
])('%j is %j', (cells, numbers) => {
  expect(new NumberMarks().withPoints(cells)).toEqual(numbers);
});

test('what could be read in two ways is read as the rows before were', () => {
  const commas = new NumberMarks();
  expect(commas.withPoints(['12,345'])).toEqual(['12,345']);
  commas.withPoints(['0,5']);
  expect(commas.withPoints(['12,345', '1.234'])).toEqual(['12.345', '1234']);
  const points = new NumberMarks();
  points.withPoints(['0.5']);
  expect(points.withPoints(['12,345', '1.234'])).toEqual(['12345', '1.234']);
});

test('what is no number stays as it is', () => {
  const cells = ['ten', '1,5-', '€ 12,00', '12,34,56'];
  expect(new NumberMarks().withPoints(cells)).toEqual(cells);
});
