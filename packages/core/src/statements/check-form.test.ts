import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { checkForm } from './check-form.js';

const Schema = z.strictObject({ rows: z.array(z.int()) });

test('a value of the right form is given back', () => {
  expect(checkForm(Schema, { rows: [1] })).toEqual({ value: { rows: [1] } });
});

test('the first fault is named with its place', () => {
  expect(checkForm(Schema, { rows: [1, 'x', 'y'] })).toEqual({
    complaint: 'Invalid input: expected number, received string',
    path: 'rows.1',
  });
});

test('a complaint is short, however many fields are unknown', () => {
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, 0]));
  const form = checkForm(Schema, { rows: [], ...many });
  expect('complaint' in form && form.complaint.length).toBeLessThanOrEqual(301);
});

test('more faults than there is stack for are one complaint', () => {
  const form = checkForm(Schema, { rows: Array(400_000).fill('x') });
  expect('complaint' in form).toBe(true);
});
