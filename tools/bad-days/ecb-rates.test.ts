import { ecbRates } from './days/ecb-rates.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(ecbRates);
