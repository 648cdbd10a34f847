import { afterAll, expect } from '@jest/globals';
import { live } from './days/live.ts';
import { describeBadDays } from './describe-bad-days.ts';
import { Wire } from './scene/wire.ts';

const wire = new Wire();

describeBadDays(live, wire);

afterAll(() => expect(new Set(wire.dialed)).toEqual(new Set(['8.8.8.8'])));
