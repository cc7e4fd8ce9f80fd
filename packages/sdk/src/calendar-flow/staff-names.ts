import type { CalendarFlowState } from './state.ts';

type Names = CalendarFlowState['staffNames'];

/** Returns the names by id, with those of `staff`; the same object when it has them all. */
export function withNames(known: Names, staff: readonly { readonly id: string; readonly name: string }[]): Names {
  const added = staff.filter(({ id, name }) => known[id] !== name);
  return added.length > 0 ? { ...known, ...Object.fromEntries(added.map(({ id, name }) => [id, name])) } : known;
}
