import { degiro } from './days/degiro.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(degiro);
