import { describe, expect, test } from '@jest/globals';
import { repairMojibake } from './repair-mojibake.js';

describe('repairMojibake', () => {
  test.each([
    ['CrÃ©dito de divisa', 'Crédito de divisa'],
    ['ComissÃµes de transaÃ§Ã£o', 'Comissões de transação'],
    ['WÃ¤hrungswechsel', 'Währungswechsel'],
    // 0x84 is a quotation mark in windows-1252.
    ['Ã„nderung', 'Änderung'],
    ['FrÃƒÂ©quence', 'Fréquence'],
    ['lâ€™exÃ©cution', 'l’exécution'],
  ])('%s is %s', (broken, whole) => {
    expect(repairMojibake(broken)).toBe(whole);
  });

  test.each(['Crédito de divisa', 'Âge', 'Dividend', 'ÃO', 'Ö Ä', '日本 Ã©', ''])('%s stays', (text) => {
    expect(repairMojibake(text)).toBe(text);
  });
});
