import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, givenCoach, type World } from '../../../test/application/world.ts';
import type { ImportReport } from './run-import.ts';

const client = (externalId: string, email: string, given: object = {}) => ({
  externalId,
  name: 'Ana Diaz',
  email,
  ...given,
});
const coach = (externalId: string, given: object = {}) => ({
  externalId,
  name: 'Coach A',
  timeZone: 'Europe/Berlin',
  ...given,
});

describe('R38 importing people', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));
  const clients = async (rows: object[], dryRun = false): Promise<ImportReport> =>
    (await world.useCases.importClients(world.partner({ dryRun }), { rows: rows as never })).data;
  const coaches = async (rows: object[], dryRun = false): Promise<ImportReport> =>
    (await world.useCases.importCoaches(world.partner({ dryRun }), { rows: rows as never })).data;
  const errorsOf = ({ rows }: ImportReport) =>
    rows.flatMap(({ row: at, errors = [] }) => errors.map(({ field, code }) => [at, field, code]));
  const noted = () => world.state.audit.map(({ action }) => action);

  describe('who are clients', () => {
    it('gives them accounts that nobody is mailed about and nobody can sign in to yet', async () => {
      const report = await clients([client('7', 'Ana@Example.com', { timeZone: 'America/New_York', language: 'es' })]);
      await world.drain();
      expect([...world.state.users.values()]).toMatchObject([
        {
          id: report.rows[0]!.id,
          role: 'client',
          email: 'Ana@Example.com',
          emailKey: 'ana@example.com',
          emailVerified: false,
          isInvited: true,
          language: 'es',
        },
      ]);
      expect(world.sent).toEqual([]);
      expect(noted()).toEqual(['clients.imported', 'account.created']);
    });

    it('lets an admin send them a link later, by which they choose a password', async () => {
      const { rows } = await clients([client('7', 'ana@example.com')]);
      await world.useCases.sendPasswordLink(world.partner(), { id: rows[0]!.id! });
      await world.drain();
      expect(world.sent.map(({ to }) => to)).toEqual(['ana@example.com']);
    });

    it('finds the account that is there, and changes nothing of it', async () => {
      await clients([client('7', 'ana@example.com')]);
      const [before] = [...world.state.users.values()];
      const rows = [
        client('8', 'ANA@example.com', { name: 'Anna' }),
        client('9', 'bo@example.com'),
        client('10', 'bo@example.com'),
      ];
      expect(await clients(rows, true)).toMatchObject({ created: 1, existing: 2 });
      const report = await clients(rows);
      expect(report).toMatchObject({ created: 1, existing: 2, refused: 0 });
      expect(report.rows[0]!.id).toBe(before!.id);
      expect(report.rows[2]!.id).toBe(report.rows[1]!.id);
      expect([...world.state.users.values()]).toHaveLength(2);
      expect(world.state.users.get(before!.id)).toEqual(before);
      expect(await clients(rows)).toMatchObject({ existing: 3 });
    });

    it('refuses the e-mail of somebody who is no client, and details that are none', async () => {
      const { coachId } = await givenCoach(world);
      await world.useCases.createUser(world.partner(), { role: 'coach', name: 'A', email: 'a@example.com', coachId });
      expect(
        errorsOf(
          await clients([
            client('1', 'a@example.com'),
            client('2', 'nowhere'),
            client('3', 'c@example.com', { timeZone: 'Mars/Base', phone: 'call me' }),
            { name: 'D', email: 'd@example.com' },
            client('5', 'e@example.com'),
          ]),
        ),
      ).toEqual([
        [1, 'email', 'EMAIL_TAKEN'],
        [2, 'email', 'INVALID_REQUEST'],
        [3, 'phone', 'INVALID_REQUEST'],
        [3, 'timeZone', 'INVALID_REQUEST'],
        [4, 'externalId', 'INVALID_REQUEST'],
      ]);
    });
  });

  describe('who are coaches', () => {
    it('adds them with all that a coach has, and an own slug for each', async () => {
      const services = [{ title: 'Strength session', duration: 60 }];
      const report = await coaches([
        coach('1', { specialties: ['strength'], services, capacity: 4 }),
        coach('2', { active: false }),
        coach('3', { slug: 'ana-strong' }),
      ]);
      expect(report).toMatchObject({ created: 3 });
      const slugs = report.rows.map(({ id }) => world.state.heads.get(id!)!.slug);
      expect([slugs.slice(0, 2).sort(), slugs[2]]).toEqual([['coach-a', 'coach-a-2'], 'ana-strong']);
      expect(world.state.heads.get(report.rows[0]!.id!)).toMatchObject({ services, capacity: 4, active: true });
      expect(noted()).toEqual(['coaches.imported', 'coach.created', 'coach.created', 'coach.created']);
    });

    it('refuses slugs that are taken, by a coach or by a row before, also in a dry run', async () => {
      await coaches([coach('0', { slug: 'taken' })]);
      const rows = [coach('1', { slug: 'taken' }), coach('2', { slug: 'new' }), coach('3', { slug: 'new' })];
      const expected = [
        [1, undefined, 'SLUG_TAKEN'],
        [3, 'slug', 'SLUG_TAKEN'],
      ];
      expect(errorsOf(await coaches(rows, true))).toEqual(expected);
      expect(errorsOf(await coaches(rows))).toEqual(expected);
    });
  });

  it('brings bookings along by the ids that coaches and clients had', async () => {
    await coaches([coach('c1')]);
    await clients([client('p1', 'ana@example.com')]);
    const rows = [
      { externalId: 'b1', coachExternalId: 'c1', clientExternalId: 'p1', start: '2025-03-03 09:00', duration: 60 },
    ];
    const { data } = await world.useCases.importBookings(world.partner(), { rows });
    expect(data).toMatchObject({ created: 1 });
    const { data: bookings } = await world.useCases.listBookings(world.partner(), {});
    expect(bookings).toMatchObject([{ attendee: { kind: 'client', name: 'Ana Diaz' }, start: '2025-03-03T08:00:00Z' }]);
  });

  it('forgets the ids of who is erased, with those of their bookings', async () => {
    await coaches([coach('c1')]);
    await clients([client('ana diaz', 'ana@example.com')]);
    const rows = [
      {
        externalId: 'b1',
        coachExternalId: 'c1',
        clientExternalId: 'ana diaz',
        start: '2025-03-03 09:00',
        duration: 60,
      },
    ];
    await world.useCases.importBookings(world.partner(), { rows });
    await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' });
    expect([...world.state.importedIds.values()].map(({ externalId }) => externalId)).toEqual(['c1']);
  });
});
