import type { Appearance, ElementStates } from './element-states.ts';

/** Returns a scene of each state that has a name. */
export function each<State>(
  states: Readonly<Record<string, State>>,
  draw: (state: State, appearance: Appearance) => Promise<unknown>,
): ElementStates {
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [name, (appearance: Appearance) => draw(state, appearance)]),
  );
}
