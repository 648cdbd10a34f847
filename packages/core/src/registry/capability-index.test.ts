import { expect, test } from '@jest/globals';
import { CapabilityIndex } from './capability-index.js';

test('capabilities are found while their plugin is loaded, and only then', () => {
  const index = new CapabilityIndex();
  index.add('beta', ['dividend', 'historicalData']);
  index.add('alpha', ['dividend']);
  expect(index.find('dividend')).toEqual(['alpha', 'beta']);
  index.remove('beta');
  expect(index.find('dividend')).toEqual(['alpha']);
  expect(index.find('historicalData')).toEqual([]);
});
