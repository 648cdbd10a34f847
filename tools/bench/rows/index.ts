import type { Row } from '../row.ts';
import { adapter } from './adapter.ts';
import { cellStart } from './cell-start.ts';
import { devEditToLive } from './dev-edit-to-live.ts';
import { discovery } from './discovery.ts';
import { gatewayRequest } from './gateway-request.ts';
import { import100k } from './import-100k.ts';
import { import20k } from './import-20k.ts';
import { kill } from './kill.ts';
import { oneCall } from './one-call.ts';
import { quotes } from './quotes.ts';
import { signing } from './signing.ts';
import { startUp } from './start-up.ts';
import { sync20 } from './sync-20.ts';
import { sync50k } from './sync-50k.ts';

/** Everything that is measured, in this order. */
export const ROWS: readonly Row[] = [
  discovery,
  startUp,
  cellStart,
  oneCall,
  adapter,
  import20k,
  import100k,
  kill,
  gatewayRequest,
  signing,
  quotes,
  sync50k,
  sync20,
  devEditToLive,
];
