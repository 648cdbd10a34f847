import { alpaca } from './days/alpaca.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(alpaca);
