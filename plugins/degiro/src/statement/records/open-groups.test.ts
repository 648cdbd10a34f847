import { expect, test } from '@jest/globals';
import { buildBookings } from '../../../test/build-row.js';
import { OpenGroups } from './open-groups.js';

const [booking] = buildBookings({});
if (booking === undefined) throw new Error('no booking');

test('a group stays open while there is room', () => {
  const groups = new OpenGroups(3);
  expect(['a', 'b', 'a'].flatMap((key) => groups.add(key, booking))).toEqual([]);
  expect([...groups.close()].map(({ key, bookings }) => [key, bookings.length])).toEqual([
    ['b', 1],
    ['a', 2],
  ]);
});

test('the group that has waited longest makes room', () => {
  const groups = new OpenGroups(3);
  for (const key of ['a', 'b', 'a']) groups.add(key, booking);
  expect(groups.add('c', booking).map(({ key }) => key)).toEqual(['b']);
  expect(groups.add('c', booking).map(({ key }) => key)).toEqual(['a']);
  expect([...groups.close()].map(({ key }) => key)).toEqual(['c']);
});

test('closing leaves nothing', () => {
  const groups = new OpenGroups(3);
  groups.add('a', booking);
  expect([...groups.close()]).toHaveLength(1);
  expect([...groups.close()]).toEqual([]);
});
