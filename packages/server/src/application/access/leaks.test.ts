import { beforeAll, describe, expect, it } from 'vitest';
import type { Context, Mode, Role } from '../kernel/context.ts';
import type { UseCases } from '../kernel/contract.ts';
import { page } from '../kernel/page.ts';
import { Refusal } from '../kernel/refusal.ts';
import { createWorld, givenCoach, PARTNER, type World } from '../../../test/application/world.ts';

const OTHER_PARTNER = 'b'.repeat(24);
const DAY = '2026-04-15';
/** Logs are of days that have been. */
const LOGGED = '2026-04-13';
/** In everything of the victim that another could see. */
const SECRET = 'zanzibar';

type Side = {
  readonly coachId: string;
  readonly slug: string;
  readonly client: string;
  readonly lead: string;
  readonly logs: readonly string[];
};
type UseCase = (context: Context, input: object) => Promise<unknown>;

/** As they come out of HTTP: a refusal is its code and words. */
const answerOf = (world: World, operation: keyof UseCases, context: Context, input: object): Promise<string> =>
  (world.useCases[operation] as UseCase)(context, input).then(
    (answer) => JSON.stringify(answer),
    (error: unknown) => {
      if (error instanceof Refusal) return `${error.code} ${error.message} ${JSON.stringify(error)}`;
      throw error;
    },
  );

const within = (context: Context, partnerId: string, mode: Mode): Context => ({
  ...context,
  caller: { ...context.caller, partnerId, mode },
});

/** A coach with a connected client who wrote things down, and with a lead; all of one name. */
const aSide = async (world: World, name: string, partnerId: string, mode: Mode): Promise<Side> => {
  const { useCases } = world;
  const secret = () => within(world.partner(), partnerId, mode);
  const words = `${name} words`;
  const { data: coach } = await useCases.createCoach(secret(), {
    name: 'Coach X',
    // Else a slug of theirs would be one of one's own too (S26), and lead there.
    slug: `coach-${world.state.heads.size}`,
    timeZone: 'UTC',
    schedule: { workingHours: [{ dayOfWeek: 3, start: '09:00', end: '17:00' }] },
    services: [{ title: 'Strength session', duration: 60 }],
  });
  const account = { role: 'client', name, email: `${name}@mail.example` } as const;
  const { data: user } = await useCases.createUser(secret(), account);
  const me = within(world.person({ userId: user.id, role: 'client' }), partnerId, mode);
  const of = { coachId: coach.id, serviceId: coach.services[0]!.id };
  await useCases.createBooking(me, { ...of, start: `${DAY}T09:00:00Z` });
  const attendee = { name: `${name} guest`, email: `${name}.guest@mail.example` };
  const guest = await useCases.createBooking(secret(), { ...of, start: `${DAY}T11:00:00Z`, attendee });
  await useCases.updateMyProfile(me, { goals: [words], injuries: [words] });
  const logs = await Promise.all([
    useCases.addWorkoutLog(me, { date: LOGGED, title: words }),
    useCases.addDietLog(me, { date: LOGGED, meal: 'lunch', description: words }),
    useCases.addProgress(me, { date: LOGGED, metric: 'weight', value: 1, unit: 'kg', notes: words }),
  ]);
  const lead = guest.data.attendee.id!;
  await useCases.updateLead(secret(), { coach: coach.id, id: lead, notes: words, temperature: 'hot' });
  return { coachId: coach.id, slug: coach.slug, client: user.id, lead, logs: logs.map(({ data }) => data.id) };
};

describe('data of another owner', () => {
  let world: World;
  /** The caller's own, and the three that are not. */
  let own: Side;
  let others: Readonly<Record<string, Side>>;
  beforeAll(async () => {
    world = createWorld();
    own = await aSide(world, 'own', PARTNER, 'test');
    others = {
      'another coach': await aSide(world, `${SECRET}one`, PARTNER, 'test'),
      'another partner': await aSide(world, `${SECRET}two`, OTHER_PARTNER, 'test'),
      'the other mode': await aSide(world, `${SECRET}three`, PARTNER, 'live'),
    };
  });

  const person = (role: Role) => {
    if (role === 'client') return world.person({ userId: own.client, role });
    if (role === 'admin') return world.person({ userId: 'd'.repeat(24), role });
    return world.person({
      userId: 'c'.repeat(24),
      role,
      coachId: own.coachId,
      ...(role === 'staff' && { staffId: '5'.repeat(24) }),
    });
  };
  const NAMES = ['another coach', 'another partner', 'the other mode'];

  /** Every way to ask for one thing by its id. */
  const byId = (theirs: Side): readonly (readonly [keyof UseCases, object])[] => {
    const paths = [own.coachId, 'me', theirs.coachId, theirs.slug];
    const [workout, meal, weight] = theirs.logs.map((id) => ({ id }));
    const ofClient = (
      ['getClient', 'listClientWorkoutLogs', 'listClientDietLogs', 'listClientProgress'] as const
    ).flatMap((operation) =>
      paths.map((coach) => [operation, { coach, client: theirs.client, from: DAY, to: DAY }] as const),
    );
    const booking = { coachId: own.coachId, start: `${DAY}T14:00:00Z` };
    return [
      ...ofClient,
      ...paths.map((coach) => ['getLead', { coach, id: theirs.lead }] as const),
      ...paths.map((coach) => ['updateLead', { coach, id: theirs.lead, notes: 'Mine.' }] as const),
      ...paths.slice(2).flatMap((coach) => [['listClients', { coach }] as const, ['listLeads', { coach }] as const]),
      ['updateWorkoutLog', { ...workout, title: 'Mine.' }],
      ['deleteWorkoutLog', { ...workout }],
      ['updateDietLog', { ...meal, description: 'Mine.' }],
      ['deleteDietLog', { ...meal }],
      ['updateProgress', { ...weight, notes: 'Mine.' }],
      ['deleteProgress', { ...weight }],
      ['withdrawConnection', { id: theirs.coachId }],
      ['createBooking', { ...booking, clientId: theirs.client }],
      ['createBooking', { ...booking, leadId: theirs.lead }],
    ];
  };

  describe.each(NAMES)('of %s', (name) => {
    it.each(['client', 'coach', 'staff'] as const)(
      'shows data neither to a %s who has the id, nor lets it be changed',
      async (role) => {
        const stored = () =>
          JSON.stringify(
            [world.state.leads, world.state.logs, world.state.connections, world.state.bookings].map((all) => [...all]),
          );
        const before = stored();
        for (const [operation, input] of byId(others[name]!)) {
          const answer = await answerOf(world, operation, person(role), input);
          expect([operation, answer]).toEqual([
            operation,
            expect.stringMatching(/_NOT_FOUND |^FORBIDDEN |^NOT_PERMITTED_FIELD /),
          ]);
          expect(answer).not.toContain(SECRET);
        }
        expect(stored()).toBe(before);
      },
    );

    it('answers another owner’s data like missing data', async () => {
      for (const [operation, input] of byId(others[name]!)) {
        const unknown = JSON.parse(
          JSON.stringify(input)
            .replaceAll(others[name]!.client, 'e'.repeat(24))
            .replaceAll(others[name]!.lead, 'e'.repeat(24)),
        ) as object;
        const codeOf = async (asked: object) =>
          (await answerOf(world, operation, person('coach'), asked)).split(' ')[0];
        expect([operation, await codeOf(input)]).toEqual([operation, await codeOf(unknown)]);
      }
    });
  });

  it.each(['another partner', 'the other mode'])(
    'hides data of %s from a caller that reaches the whole partner',
    async (name) => {
      for (const context of [world.partner(), person('admin')])
        for (const [operation, input] of byId(others[name]!)) {
          const answer = await answerOf(world, operation, context, input);
          // A session that is of no coach has no `me`.
          expect([operation, answer]).toEqual([operation, expect.stringMatching(/_NOT_FOUND |^FORBIDDEN /)]);
          expect(answer).not.toContain(SECRET);
        }
    },
  );

  describe('in a list:', () => {
    const LISTS: readonly (readonly [keyof UseCases, Role, number | undefined])[] = [
      ['listClients', 'coach', 1],
      ['listLeads', 'coach', undefined],
      ['listMyBookings', 'coach', 2],
      ['listMyBookings', 'client', 1],
    ];
    const inputOf = (operation: keyof UseCases): object => (operation === 'listMyBookings' ? {} : { coach: 'me' });

    it.each(LISTS)('shows and counts in %s of a %s the caller’s own only', async (operation, role, total) => {
      const answer = await answerOf(world, operation, person(role), inputOf(operation));
      expect(answer).not.toContain(SECRET);
      const { data, meta } = JSON.parse(answer) as { data: unknown[]; meta: { total?: number } };
      expect([data.length, meta.total]).toEqual([total ?? 1, total]);
    });

    it.each(['listClients', 'listLeads'] as const)('finds in %s no others by any filter', async (operation) => {
      for (const filter of [{ q: SECRET }, { q: '@' }, { q: 'MAIL.example' }, { limit: 100 }, { temperature: 'hot' }]) {
        if (operation === 'listClients' && 'temperature' in filter) continue;
        for (const role of ['coach', 'staff'] as const) {
          const answer = await answerOf(world, operation, person(role), { coach: 'me', ...filter });
          expect(answer).not.toContain(SECRET);
          const { data, meta } = JSON.parse(answer) as { data: unknown[]; meta: { total?: number } };
          expect(meta.total ?? data.length).toBe(data.length);
        }
      }
    });

    it.each(['listMyWorkoutLogs', 'listMyDietLogs', 'listMyProgress', 'getMyProfile', 'listMyConnections'] as const)(
      'returns by %s the client’s own',
      async (operation) => {
        const answer = await answerOf(world, operation, person('client'), { to: DAY });
        expect(answer).toContain(operation === 'listMyConnections' ? own.coachId : 'own words');
        for (const text of [SECRET, ...Object.values(others).map(({ coachId }) => coachId)])
          expect(answer).not.toContain(text);
      },
    );

    it.each(['listClients', 'listLeads'] as const)(
      'rejects in %s the cursor of another coach, partner or mode',
      async (operation) => {
        const theirs = others['another coach']!;
        const rows = [{ name: '', at: Number.MAX_SAFE_INTEGER, id: '' }, null];
        const cursorOf = async (filters: object) => {
          const listing = {
            list: operation,
            filters,
            read: () => Promise.resolve({ rows }),
            positionOf: () => rows[0]!,
          };
          return (await page(world.deps, listing, { limit: 1 })).meta.nextCursor;
        };
        for (const [partnerId, mode, coachId] of [
          [PARTNER, 'test', theirs.coachId],
          [OTHER_PARTNER, 'test', own.coachId],
          [PARTNER, 'live', own.coachId],
        ]) {
          const cursor = await cursorOf({ partnerId, mode, coachId });
          const answer = await answerOf(world, operation, person('coach'), { coach: 'me', cursor });
          expect(answer).toMatch(/^INVALID_REQUEST /);
        }
      },
    );
  });

  it('opens no data by typing a client’s address into a form', async () => {
    const victim = others['another coach']!;
    const attendee = { name: 'Somebody', email: `${SECRET}one@mail.example` };
    const coach = await givenCoach(world, { name: 'Coach M' });
    const context = world.person({ userId: '9'.repeat(24), role: 'coach', coachId: coach.coachId });
    const form = { coachId: coach.coachId, serviceId: coach.serviceId!, start: `${DAY}T12:00:00Z`, attendee };
    await world.useCases.createBooking(context, form);
    const { data } = await world.useCases.listLeads(context, { coach: 'me' });
    expect(data).toMatchObject([{ name: 'Somebody', bookings: 1 }]);
    expect(data[0]!.clientId).toBeUndefined();
    expect((await world.useCases.listClients(context, { coach: 'me' })).data).toEqual([]);
    const named = { ...form, attendee: undefined, start: `${DAY}T14:00:00Z`, clientId: victim.client };
    expect(await answerOf(world, 'createBooking', context, named)).toMatch(/^CLIENT_NOT_FOUND /);
  });
});
