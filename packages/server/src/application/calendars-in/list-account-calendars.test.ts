import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAV, forwardTo } from '../../../test/caldav/forward.ts';
import { startStrictCaldav, type StrictCaldav } from '../../../test/caldav/strict-server.ts';
import { ANA, FAMILY, SOURCE } from '../../../test/google/given-google.ts';
import { googleWorld } from '../../../test/google/google-world.ts';
import { createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';
import { createUseCases } from '../create-use-cases.ts';

const ACCOUNT = { kind: 'caldav', server: DAV, user: 'ana', password: 'abcd-efgh' } as const;

describe('the calendars of an account that is connected', () => {
  let dav: StrictCaldav;
  beforeEach(async () => {
    dav = await startStrictCaldav();
    for (const name of ['home', 'work']) dav.calendars.set(name, { name, objects: new Map(), changes: 1 });
  });
  afterEach(() => dav.close());

  const connected = async () => {
    const world = createWorld({ mode: 'live' });
    forwardTo(world.outbound, dav);
    const { id: coach } = await givenCoach(world);
    const calendars = [{ id: `${DAV}/dav/ana/home/`, name: 'home' }];
    const input = { coach, ...ACCOUNT, name: 'Private', calendars };
    const { data } = await world.useCases.createExternalCalendar(world.partner(), input);
    return { world, coach, id: data.id };
  };

  it('lists those of a CalDAV account by the password that is stored', async () => {
    const { world, coach, id } = await connected();
    const { data } = await world.useCases.listAccountCalendars(world.partner(), { coach, id });
    expect(data.map(({ name }) => name)).toEqual(['home', 'work']);
    expect(JSON.stringify(data)).not.toContain('abcd-efgh');
  });

  it('says why the account cannot be asked', async () => {
    const { world, coach, id } = await connected();
    dav.password = 'another';
    const refusal = await refusalOf(world.useCases.listAccountCalendars(world.partner(), { coach, id }));
    expect(refusal).toMatchObject({ code: 'CALENDAR_ACCOUNT_FAILED', details: { reason: 'REVOKED' } });
  });

  it('lists those of a Google account', async () => {
    const given = await googleWorld();
    await given.connect();
    const { data } = await createUseCases(given.core).listAccountCalendars(given.world.partner(), {
      coach: given.coachId,
      id: SOURCE,
    });
    expect(data).toEqual([
      { id: ANA, name: 'Ana', isWritable: true },
      { id: FAMILY, name: 'Family', isWritable: true },
    ]);
    await given.close();
  });

  it('refuses an address, which has no account', async () => {
    const world = createWorld();
    const { id: coach } = await givenCoach(world);
    const input = { coach, name: 'Family', url: 'https://calendar.example/a.ics' };
    const { data } = await world.useCases.createExternalCalendar(world.partner(), input);
    const asked = world.useCases.listAccountCalendars(world.partner(), { coach, id: data.id });
    expect(await refusalOf(asked)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
  });

  it('makes up two in mode test, of which no one is asked (R11)', async () => {
    const world = createWorld();
    const { id: coach } = await givenCoach(world);
    const input = { coach, ...ACCOUNT, name: 'Private', calendars: [{ id: `${DAV}/a/`, name: 'A' }] };
    const { data } = await world.useCases.createExternalCalendar(world.partner(), input);
    const listed = await world.useCases.listAccountCalendars(world.partner(), { coach, id: data.id });
    expect(listed.data.map(({ name }) => name)).toEqual(['Personal', 'Holidays']);
  });
});
