import { ibkrGateway } from './days/ibkr-gateway.ts';
import { describeBadDays } from './describe-bad-days.ts';

describeBadDays(ibkrGateway);
