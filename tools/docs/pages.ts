import { PROBLEM_CODES } from '@bourse/core/interfaces';
import { QUALITY_RULES } from '@bourse/sdk/check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alpaca } from '../bad-days/days/alpaca.ts';
import { bitvavo } from '../bad-days/days/bitvavo.ts';
import { degiro } from '../bad-days/days/degiro.ts';
import { ecbRates } from '../bad-days/days/ecb-rates.ts';
import { ibkrGateway } from '../bad-days/days/ibkr-gateway.ts';
import { ibkr } from '../bad-days/days/ibkr.ts';
import { live } from '../bad-days/days/live.ts';
import { ROOT } from '../root.ts';
import { REFERENCE } from './reference/reference.ts';
import { renderBadDays } from './render-bad-days.ts';
import { renderErrors } from './render-errors.ts';
import { renderManifest } from './render-manifest.ts';
import { renderQuality } from './render-quality.ts';

/** The generated pages by their paths below docs/. */
export const PAGES: Readonly<Record<string, () => string>> = {
  ...REFERENCE,
  'errors.md': () => renderErrors(PROBLEM_CODES),
  'bad-days.md': () =>
    renderBadDays([
      { title: 'DEGIRO', file: 'degiro.ts', badDays: degiro },
      { title: 'Interactive Brokers', file: 'ibkr.ts', badDays: ibkr },
      {
        title: 'Interactive Brokers, through the gateway on your machine',
        file: 'ibkr-gateway.ts',
        badDays: ibkrGateway,
      },
      { title: 'Bitvavo', file: 'bitvavo.ts', badDays: bitvavo },
      { title: 'Alpaca', file: 'alpaca.ts', badDays: alpaca },
      { title: 'European Central Bank', file: 'ecb-rates.ts', badDays: ecbRates },
      { title: 'On the way to an institution', file: 'live.ts', badDays: live },
    ]),
  'quality.md': () => renderQuality(QUALITY_RULES),
  // A test of the sdk keeps the schema what the contract says.
  'manifest.md': () =>
    renderManifest(JSON.parse(readFileSync(join(ROOT, 'packages', 'sdk', 'plugin.schema.json'), 'utf8'))),
};
