import { expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { TeamTurns } from '../../src/application/ports/team-turns.ts';
import { anId, now, scope } from './fixtures.ts';

/** Tests every store of the turns of coaches. */
export function teamTurnsSuite(turns: () => TeamTurns): void {
  it('returns the last turn of each coach, and nothing of one who had none', async () => {
    const [first, second, none] = [anId(), anId(), anId()];
    await turns().note(scope, first, now);
    await turns().note(scope, second, plus(now, MINUTE));
    expect(await turns().lastOf([second, none, first])).toEqual(
      new Map([
        [first, now],
        [second, plus(now, MINUTE)],
      ]),
    );
    expect(await turns().lastOf([])).toEqual(new Map());
  });

  it('keeps the latest of several turns, whichever is noted last', async () => {
    const coachId = anId();
    const times = [now, plus(now, MINUTE), minus(now, MINUTE)];
    await Promise.all(times.map((time) => turns().note(scope, coachId, time)));
    expect(await turns().lastOf([coachId])).toEqual(new Map([[coachId, plus(now, MINUTE)]]));
  });
}
