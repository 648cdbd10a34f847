import { jest, test } from '@jest/globals';
import { expectOneBroken } from './fixtures/broken-rules.js';
import { mutants } from './fixtures/mutants.js';

jest.setTimeout(120_000);

test.each(mutants)('a plugin that $what breaks $code and nothing else', (mutant) => expectOneBroken(mutant));
