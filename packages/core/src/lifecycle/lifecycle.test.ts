import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { Lifecycle, type StateChange } from './lifecycle.js';
import { isTransitionAllowed, PLUGIN_STATES } from './plugin-state.js';
import type { StateTransition } from './state-transition.js';

const NOON = Date.UTC(2024, 2, 1, 12);

function start() {
  const transitions: StateTransition[] = [];
  const onHandlerError = jest.fn<(name: string, error: unknown) => void>();
  const history = {
    append: (_: string, transition: StateTransition) => void transitions.push(transition),
    list: () => transitions,
  };
  return {
    lifecycle: new Lifecycle({ now: () => NOON, history, onHandlerError }),
    transitions,
    onHandlerError,
  };
}

describe('a lifecycle', () => {
  test('records each change with its reason and time', () => {
    const { lifecycle } = start();
    lifecycle.change('acme', 'loading', 'first call');
    lifecycle.change('acme', 'active', 'activated');
    expect(lifecycle.stateOf('acme')).toBe('active');
    expect(lifecycle.historyOf('acme')).toEqual([
      { from: 'discovered', to: 'loading', reason: 'first call', at: '2024-03-01T12:00:00.000Z' },
      { from: 'loading', to: 'active', reason: 'activated', at: '2024-03-01T12:00:00.000Z' },
    ]);
  });

  test('takes an unknown plugin for discovered, and records nothing when nothing changes', () => {
    const { lifecycle, transitions } = start();
    expect(lifecycle.stateOf('acme')).toBe('discovered');
    lifecycle.change('acme', 'discovered', 'again');
    lifecycle.restore('acme', 'disabled');
    expect(transitions).toEqual([]);
    expect(lifecycle.listByState('disabled')).toEqual(['acme']);
  });

  test('refuses what its table does not allow, and nothing has happened then', () => {
    const { lifecycle, transitions } = start();
    expect(() => lifecycle.change('acme', 'active', 'short cut')).toThrow(
      expect.objectContaining({ code: 'TRANSITION_REFUSED' }),
    );
    expect(lifecycle.stateOf('acme')).toBe('discovered');
    expect(transitions).toEqual([]);
  });

  test('tells every handler, also behind one that throws, and reports what it threw', () => {
    const { lifecycle, onHandlerError } = start();
    const told: StateChange[] = [];
    lifecycle.onChange('loading', () => {
      throw new Error('bad handler');
    });
    const forget = lifecycle.onChange('loading', (change) => void told.push(change));
    lifecycle.change('acme', 'loading', 'first call');
    forget();
    lifecycle.change('acme', 'error', 'it fell');
    lifecycle.change('acme', 'loading', 'second call');
    expect(told).toMatchObject([{ pluginId: 'acme', transition: { to: 'loading' } }]);
    expect(onHandlerError).toHaveBeenCalledWith(
      'state_change.loading',
      expect.objectContaining({ message: 'bad handler' }),
    );
  });

  test('leaves no state without a way out', () => {
    for (const from of PLUGIN_STATES)
      expect(PLUGIN_STATES.some((to) => isTransitionAllowed(from, to))).toBe(true);
  });

  test('goes from state to state along its table alone, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PLUGIN_STATES)), (wishes) => {
        const { lifecycle, transitions } = start();
        for (const wish of wishes) {
          try {
            lifecycle.change('acme', wish, 'a wish');
          } catch {
            expect(isTransitionAllowed(lifecycle.stateOf('acme'), wish)).toBe(false);
          }
        }
        expect(transitions.every(({ from, to }) => isTransitionAllowed(from, to))).toBe(true);
        expect(
          transitions.every(({ from }, index) => from === (transitions[index - 1]?.to ?? 'discovered')),
        ).toBe(true);
      }),
    );
  });
});
