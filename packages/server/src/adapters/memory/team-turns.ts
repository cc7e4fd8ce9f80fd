import { latest } from '@coach-booking/time/instant';
import type { TeamTurns } from '../../application/ports/team-turns.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryTeamTurns({ teamTurns }: Pick<MemoryState, 'teamTurns'>): TeamTurns {
  return {
    lastOf: async (coachIds) => new Map([...teamTurns].filter(([coachId]) => coachIds.includes(coachId))),
    note: async (_, coachId, realNow) => {
      teamTurns.set(coachId, latest(realNow, teamTurns.get(coachId) ?? realNow));
    },
  };
}
