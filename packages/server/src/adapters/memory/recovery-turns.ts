import type { RecoveryTurn, RecoveryTurns } from '../../application/ports/recovery-turns.ts';
import type { MemoryState } from './memory-state.ts';

export function createMemoryRecoveryTurns({ recoveryTurns }: Pick<MemoryState, 'recoveryTurns'>): RecoveryTurns {
  const isSame = (turn: Pick<RecoveryTurn, 'id' | 'intentId' | 'number'>): boolean => {
    const found = recoveryTurns.get(turn.id);
    return found?.intentId === turn.intentId && found.number === turn.number;
  };
  return {
    take: async (turn, since, takenAt) => {
      const found = recoveryTurns.get(turn.id);
      if (found && (found.asked || found.at > since)) return withoutTime(found);
      recoveryTurns.set(turn.id, structuredClone({ ...turn, takenAt }));
      return turn;
    },
    byIds: async (ids) => ids.flatMap((id) => recoveryTurns.get(id) ?? []).map(withoutTime),
    unmade: async (takenBefore, limit, scope) =>
      [...recoveryTurns.values()]
        .filter(({ asked, takenAt }) => asked && takenAt < takenBefore)
        .filter(({ partnerId, mode }) => scope === undefined || (partnerId === scope.partnerId && mode === scope.mode))
        .sort((a, b) => a.takenAt - b.takenAt)
        .slice(0, limit)
        .map(withoutTime),
    made: async (turn) => {
      if (!isSame(turn)) return;
      const { asked: _, ...rest } = recoveryTurns.get(turn.id)!;
      recoveryTurns.set(turn.id, rest);
    },
    giveBack: async (turn) => {
      if (isSame(turn)) recoveryTurns.delete(turn.id);
    },
  };
}

const withoutTime = ({ takenAt: _, ...turn }: RecoveryTurn & { readonly takenAt: number }): RecoveryTurn => turn;
