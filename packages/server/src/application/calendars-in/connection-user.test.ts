import { describe, expect, it } from 'vitest';
import { createWorld, givenCoach, PARTNER } from '../../../test/application/world.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { aConnection } from '../../../test/stores/provider-connections-suite.ts';

describe('the calendars of a connected account', () => {
  const scope = { partnerId: PARTNER, mode: 'test' } as const;
  const given = async () => {
    const world = createWorld();
    const { id: coach } = await givenCoach(world);
    const { task: _task, failure: _failure, ...bare } = aConnection({ ...scope, coachId: coach });
    await world.deps.providerConnections.insert(bare);
    const calendars = [{ id: 'c1', name: 'Home' }];
    const access = { kind: 'google', connectionId: bare.id, calendars } as const;
    const own = { ...scope, coachId: coach, toShow: true, conflicts: [] };
    const google = aSource({ ...own, name: 'Family', writesTo: 'c1' }, access);
    const { push: _push, ...quiet } = google;
    const other = aSource({ ...own, name: 'School' }, { kind: 'ics', url: 'https://calendar.example/a.ics' });
    for (const source of [quiet, other]) await world.deps.calendarSources.insert(source);
    return { world, coach, id: bare.id, googleId: google.id };
  };

  it('names the account as used for its busy time, and for what is written', async () => {
    const { world, coach } = await given();
    const { data } = await world.useCases.listConnectedAccounts(world.partner(), { coach });
    expect(data.accounts[0]?.uses).toEqual([
      { kind: 'calendar_in', name: 'Family' },
      { kind: 'calendar_out', name: 'Family' },
    ]);
  });

  it('goes with the account, and takes its busy time out of the slots; others stay', async () => {
    const { world, coach, id, googleId } = await given();
    await world.useCases.disconnectAccount(world.partner(), { coach, id });
    await world.drain();
    const { data } = await world.useCases.listExternalCalendars(world.partner(), { coach });
    expect(data.map(({ name }) => name)).toEqual(['School']);
    expect(world.state.calendarSources.has(googleId)).toBe(false);
    expect(world.state.outside.get(coach)?.sources.map((source) => source.id)).not.toContain(googleId);
  });
});
