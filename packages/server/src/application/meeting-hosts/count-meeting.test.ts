import { describe, expect, it } from 'vitest';
import { DAY } from '@coach-booking/time/units';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { countMeeting, ZOOM_A_DAY, ZOOM_NEARLY } from './count-meeting.ts';

const given = async () => {
  const world: World = createWorld({ mode: 'live' });
  const { id: coachId } = await givenCoach(world);
  await world.useCases.createUser(world.partner(), {
    name: 'Maria',
    email: 'maria@fit.example',
    role: 'coach',
    coachId,
  });
  await world.drain();
  const { partnerId, mode } = world.partner().caller;
  const count = (host = 'maria@fit.example') =>
    countMeeting(createCore(world.deps), { partnerId, mode, coachId, host });
  const mails = async () => {
    await world.drain();
    return world.sent.filter(({ kind }) => kind === 'meetings_limited');
  };
  return { world, count, mails };
};
const times = async (number: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < number; done += 1) await work();
};

describe('a meeting that Zoom makes or moves', () => {
  it('waits for midnight UTC where its host has had a hundred that day', async () => {
    const { world, count } = await given();
    await times(ZOOM_A_DAY, count);
    const failure: unknown = await count().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProviderFailure);
    const midnight = (Math.floor(world.deps.realNow() / DAY) + 1) * DAY;
    expect(failure).toMatchObject({ kind: 'limited', code: 'zoom_daily_limit', retryAt: midnight });
    await count('jane@fit.example');
    world.passTime(midnight - world.deps.realNow());
    await count();
  });

  it('notifies the coach at the ninetieth of a day, once', async () => {
    const { world, count, mails } = await given();
    await times(ZOOM_NEARLY - 1, count);
    expect(await mails()).toEqual([]);
    await times(5, count);
    const sent = await mails();
    expect(sent).toMatchObject([
      { to: 'maria@fit.example', subject: expect.stringContaining('Zoom is near its limit') },
    ]);
    expect(sent[0]!.text).toContain('after midnight UTC');
    world.passTime(DAY);
    await times(ZOOM_NEARLY, count);
    expect(await mails()).toHaveLength(2);
  });

  it('counts only where Zoom was asked for it', async () => {
    const { count } = await given();
    const giveBack = await count();
    await giveBack();
    await times(ZOOM_A_DAY, count);
    await expect(count()).rejects.toThrow(ProviderFailure);
  });

  it('names no host in the store', async () => {
    const { world, count } = await given();
    await count();
    expect([...world.state.meetingCounts.keys()].join()).not.toContain('maria');
  });
});
