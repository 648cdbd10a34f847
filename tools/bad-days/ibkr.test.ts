import { ibkr } from './days/ibkr.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(ibkr);
