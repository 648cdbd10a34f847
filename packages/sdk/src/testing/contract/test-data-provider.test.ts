import { acmeRates } from './fixtures/acme-rates.js';
import { testDataProvider } from './test-data-provider.js';

testDataProvider(acmeRates);
