import type { OutputOf } from '../transport/operation-types.ts';
import type { FlowCore } from './core.ts';
import { withNames } from './staff-names.ts';
import type { CalendarFlowState } from './state.ts';

/** Returns what the calendar keeps of its coach. */
export function offerOf({ id, name, services }: OutputOf<'getCoach'>): Pick<CalendarFlowState, 'coach' | 'services'> {
  return { coach: { id, name }, services };
}

/** Services and team: read when the calendar begins, and again after a hint that they may be others. */
export function headLook({ client, coach, state, set }: FlowCore) {
  let isStale = false;
  /** They may be others: the next look reads them. */
  const due = (): void => void (isStale = true);

  function readTeam(signal: AbortSignal): void {
    isStale = false;
    client.listStaff({ coach }, { signal }).then(
      (team) => !signal.aborted && set({ team, staffNames: withNames(state().staffNames, team) }),
      () => undefined,
    );
  }

  return {
    due,
    readTeam,
    /** A read that fails is not reported, and made again with the next look. */
    look(signal: AbortSignal | undefined): void {
      if (!signal || !isStale) return;
      readTeam(signal);
      client.getCoach({ coach }, { signal }).then((head) => signal.aborted || set(offerOf(head)), due);
    },
  };
}
