import { bitvavo } from './days/bitvavo.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(bitvavo);
