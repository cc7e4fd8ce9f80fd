import type { Look, Scenes } from './scene.ts';

/** A scene of each state that has a name. */
export function each<State>(
  states: Readonly<Record<string, State>>,
  draw: (state: State, look: Look) => Promise<unknown>,
): Scenes {
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, (look: Look) => draw(state, look)]));
}
