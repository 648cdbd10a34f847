import { expect, test } from '@jest/globals';
import { accountOf, idNameOf } from './account-names.js';

const names = {
  defaultAccount: 'savings',
  aliases: new Map([['savings', '12345']]),
  idNames: new Map([['12345', 'savings']]),
};

test('a file that names no account, or a former name of one, is of the account that the name means', () => {
  expect(['default', 'savings', 'pension'].map((id) => accountOf(id, names))).toEqual([
    '12345',
    '12345',
    'pension',
  ]);
  expect(accountOf('default', {})).toBe('default');
});

test('the ids of an account are made of the name that it has taken over, which no other account uses', () => {
  expect(idNameOf('12345', names)).toBe('savings');
  expect(idNameOf('pension', names)).toBe('pension');
  expect(idNameOf('savings', names)).not.toBe('savings');
  expect(idNameOf('default', { idNames: new Map([['12345', 'default']]) })).toBe('default');
  expect(idNameOf('savings', {})).toBe('savings');
});
