import { expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { RecoveryTurn, RecoveryTurns } from '../../src/application/ports/recovery-turns.ts';
import { anId, now, scope } from './fixtures.ts';

const WEEK = 7 * DAY;
const since = minus(now, WEEK);

const aTurn = (given: Partial<RecoveryTurn> = {}): RecoveryTurn => ({
  ...scope,
  id: anId(),
  intentId: anId(),
  number: 1,
  at: now,
  asked: {
    messageType: 'email',
    by: 'coach',
    customMessage: 'I kept a mat for you.',
    incentive: { type: 'percent', value: 20 },
  },
  ...given,
});

/** Tests every store of the turns of recoveries. */
export function recoveryTurnsSuite(turns: () => RecoveryTurns): void {
  it('gives the turn of a person to the first who takes it, and returns it to the others', async () => {
    const turn = aTurn();
    const other = aTurn({ id: turn.id });
    expect(await turns().take(turn, since, now)).toEqual(turn);
    expect(await turns().take(other, since, now)).toEqual(turn);
    expect(await turns().byIds([turn.id, anId()])).toEqual([turn]);
  });

  it('gives one of many who take at once the turn', async () => {
    const id = anId();
    const asking = Array.from({ length: 20 }, () => aTurn({ id }));
    const standing = await Promise.all(asking.map((turn) => turns().take(turn, since, now)));
    expect(new Set(standing.map(({ intentId }) => intentId)).size).toBe(1);
  });

  it('frees the turn a week after one whose message is made, and not before it is made', async () => {
    const turn = aTurn();
    const next = aTurn({ id: turn.id, at: plus(now, WEEK) });
    await turns().take(turn, since, now);
    expect(await turns().take(next, now, now)).toEqual(turn);
    await turns().made(turn);
    const { asked: _, ...made } = turn;
    expect(await turns().take(aTurn({ id: turn.id, at: plus(now, 6 * DAY) }), minus(now, DAY), now)).toEqual(made);
    expect(await turns().take(next, now, now)).toEqual(next);
  });

  it('returns the turns whose messages are not made, of a partner or of all', async () => {
    const [early, late] = [aTurn(), aTurn()];
    const of = async (before: number, given = scope as typeof scope | undefined) =>
      (await turns().unmade(plus(now, before), 500, given))
        .map(({ id }) => id)
        .filter((id) => id === early.id || id === late.id);
    await turns().take(early, since, now);
    await turns().take(late, since, plus(now, MINUTE));
    expect(await of(1)).toEqual([early.id]);
    expect(await of(2 * MINUTE, undefined)).toEqual([early.id, late.id]);
    expect(await of(2 * MINUTE, { ...scope, partnerId: anId() })).toEqual([]);
    await turns().made(early);
    await turns().made({ ...late, number: 2 });
    expect(await of(2 * MINUTE)).toEqual([late.id]);
  });

  it('gives back the very turn that is named', async () => {
    const turn = aTurn();
    await turns().take(turn, since, now);
    await turns().giveBack({ ...turn, intentId: anId() });
    expect(await turns().byIds([turn.id])).toEqual([turn]);
    await turns().giveBack(turn);
    expect(await turns().byIds([turn.id])).toEqual([]);
  });
}
