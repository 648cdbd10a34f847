import { expect, test } from '@jest/globals';
import { BookingMemory, type Booking } from './booking-memory.js';
import { digestOf } from './digest.js';

const idOf = (of: string | number): string => digestOf([of]);
const bookingOf = (text: string, statement?: string): Booking => ({
  natural: text,
  content: digestOf([text]),
  statement,
});

test('bookings come back as they were, however long and in whatever letters', () => {
  const memory = new BookingMemory();
  const long = 'é'.repeat(1 << 20);
  const bookings = [bookingOf(''), bookingOf('Ærø ₿ 東京', 'march'), bookingOf(long), bookingOf('after it')];
  for (const [index, booking] of bookings.entries()) memory.add(idOf(index), booking);
  expect(bookings.map((_, index) => memory.find(idOf(index)))).toEqual(bookings);
  expect(memory.find(idOf('another'))).toBeUndefined();
});

test('there may be more of them than fit into one piece of memory', () => {
  const memory = new BookingMemory();
  const texts = Array.from({ length: 5_000 }, (_, index) => `${index} `.repeat(100));
  for (const text of texts) memory.add(idOf(text), bookingOf(text));
  for (const text of texts) expect(memory.find(idOf(text))?.natural === text).toBe(true);
});
