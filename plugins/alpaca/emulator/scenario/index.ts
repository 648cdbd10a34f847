import { ASSETS } from './assets.js';
import { Book } from './book.js';
import { tellSavingPlan, tellSingleEvents } from './life.js';
import type { AlpacaScenario } from './scenario.js';
import { HOLIDAYS } from './sessions.js';

export type { AlpacaScenario } from './scenario.js';
export { Book } from './book.js';

/** A paper account of ten months, kept with one deposit more and a saving plan of three funds. */
export function tellScenario(): AlpacaScenario {
  const book = new Book(20_260_105);
  tellSingleEvents(book);
  tellSavingPlan(book, ASSETS);
  return {
    environment: 'paper',
    account: {
      id: '904837e3-3b76-47ec-b432-046db621571b',
      number: 'PA3TEST00001',
      currency: 'USD',
      createdAt: '2026-01-02T15:04:05.123456Z',
      status: 'ACTIVE',
    },
    dataPlan: 'basic',
    assets: structuredClone([...ASSETS]),
    activities: book.activities,
    holidays: HOLIDAYS,
    requestsPerMinute: 200,
    streamSymbols: 30,
  };
}
