import { acme } from './fixtures/acme.js';
import { testBroker } from './test-broker.js';

testBroker(acme);
