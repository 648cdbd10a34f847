import { expect, test } from '@jest/globals';
import * as create from './index.js';

test('the exports are these', () => {
  expect(Object.keys(create).sort()).toEqual([
    'REFUSAL_CODES',
    'Refusal',
    'completeAnswers',
    'renderPlugin',
    'takenIds',
  ]);
});
