import { beforeAll, describe, expect, it } from 'vitest';
import { STATUSES } from '../domain/booking/status.ts';
import { DAY } from '@coach-booking/time/units';
import { createCore } from '../application/create-use-cases.ts';
import { findMeeting } from '../application/video/find-meeting.ts';
import { createWorld, type World } from '../../test/application/world.ts';
import { demoPassword } from './demo-accounts.ts';
import { demoCoaches } from './demo-coaches.ts';
import { demoContext } from './demo-partner.ts';
import { loadDemo } from './load-demo.ts';
import { loadDemoPeople, type PeopleDeps } from './load-people.ts';
import { demoBookings } from './people-bookings.ts';
import { demoPeople } from './people.ts';

const depsOf = (world: World) => ({ ...world.deps, useCases: world.useCases });
const load = async (world: World): Promise<void> => {
  await loadDemo(depsOf(world), []);
  await loadDemoPeople(depsOf(world));
  await world.settleDown();
};
/** Returns everything stored, except the log of reads. */
const everything = ({ state }: World) => structuredClone({ ...state, feeds: null, idempotency: null });

describe('the demo, loaded', () => {
  let world: World;
  beforeAll(async () => {
    world = createWorld();
    await load(world);
  });
  const partner = () => demoContext(world.deps.realNow());

  it('loads the three coaches as they are required', async () => {
    const coaches = await Promise.all(
      demoCoaches.map(({ slug }) => world.useCases.getCoach(partner(), { coach: slug! })),
    );
    expect(coaches.map(({ data }) => [data.name, data.experience, data.strengths, data.certifications])).toEqual([
      [
        'Coach A',
        10,
        ['Strength Training', 'Powerlifting', 'Olympic Lifts'],
        ['NASM-CPT', 'CSCS', 'USA Weightlifting Level 1'],
      ],
      ['Coach B', 8, ['Weight Loss', 'Cardio Training', 'HIIT'], ['ACE-CPT', 'Precision Nutrition Level 1']],
      ['Coach C', 12, ['Functional Training', 'CrossFit', 'Athletic Performance'], ['CrossFit Level 2', 'FMS Level 1']],
    ]);
  });

  it('loads ten clients who can sign in, each with their profile', async () => {
    for (const { email, profile, name } of demoPeople) {
      const { data } = await world.useCases.login(
        { ...partner(), caller: { ...partner().caller, kind: 'publishable' } },
        { email, password: demoPassword },
      );
      expect(data.user).toMatchObject({ name, role: 'client', emailVerified: true });
      expect(world.state.profiles.get(data.user.id)!.profile).toEqual(profile);
    }
  });

  it.each(demoCoaches.map(({ slug }) => slug!))(
    'loads the planned sessions of %s in their planned states',
    async (slug) => {
      const coach = await world.useCases.getCoach(partner(), { coach: slug });
      const planned = demoBookings(world.deps.realNow()).filter((booking) => booking.coach === slug);
      const stored = [...world.state.bookings.values()]
        .filter((one) => one.kind === 'booking')
        .filter((one) => one.coachId === coach.data.id);
      expect(stored.length).toBeGreaterThanOrEqual(3);
      expect(stored.length).toBeLessThanOrEqual(5);
      const summary = stored.map(({ time, status }) => [time!.start, status]).sort();
      expect(summary).toEqual(planned.map(({ start, status }) => [start, status]).sort());
    },
  );

  it('loads sessions in most states, of the past and of the future, with a history in order', () => {
    const bookings = [...world.state.bookings.values()].filter((one) => one.kind === 'booking');
    const missing = STATUSES.filter((status) => !bookings.some((booking) => booking.status === status));
    expect(missing).toEqual(['in_progress']);
    for (const { history, createdAt, time } of bookings) {
      const instants = history.map(({ at }) => at);
      expect(instants).toEqual([...instants].sort((a, b) => a - b));
      expect(instants[0]).toBe(createdAt);
      expect(createdAt < time!.start && createdAt < world.deps.realNow()).toBe(true);
    }
  });

  it('connects exactly those whose booking was confirmed', () => {
    const bookings = [...world.state.bookings.values()].filter((one) => one.kind === 'booking');
    const agreed = bookings.filter(
      ({ attendee, history }) =>
        attendee.kind === 'client' && history.some(({ to }) => to === 'scheduled' || to === 'confirmed'),
    );
    const pairs = new Set(agreed.map(({ coachId, attendee }) => `${coachId} ${attendee.id}`));
    expect(
      new Set([...world.state.connections.values()].map(({ coachId, clientId }) => `${coachId} ${clientId}`)),
    ).toEqual(pairs);
  });

  it('loads a lead of each guest', () => {
    expect([...world.state.leads.values()].map(({ emailKey }) => emailKey).sort()).toEqual([
      'kofi@demo.example',
      'lena@demo.example',
    ]);
  });

  it('loads no logs of the future', () => {
    const logs = [...world.state.logs.values()];
    expect(new Set(logs.map(({ clientId }) => clientId)).size).toBe(10);
    expect(logs.length).toBeGreaterThan(1000);
    expect(Math.max(...logs.map(({ createdAt }) => createdAt))).toBeLessThanOrEqual(world.deps.realNow());
  });

  it('loads the same again on another day', async () => {
    const before = everything(world);
    world.passTime(3 * 86_400_000);
    await load(world);
    expect(everything(world)).toEqual(before);
  });

  it('leads to a room of its own at Jitsi from a first call: in the calendar, in the mails and by the join link', async () => {
    const { data } = await world.useCases.getCoach(partner(), { coach: 'coach-a' });
    const bookings = [...world.state.bookings.values()].filter((one) => one.kind === 'booking');
    const calls = bookings.filter(({ video }) => video !== undefined);
    expect(calls.map(({ serviceTitle }) => serviceTitle)).toEqual(['First call']);
    const { id, time } = calls[0]!;
    const from = new Date(world.deps.realNow()).toISOString().slice(0, 10);
    const to = new Date(world.deps.realNow() + 14 * DAY).toISOString().slice(0, 10);
    const shown = await world.useCases.getCalendar(partner(), { coach: data.id, from, to });
    const link = shown.data.bookings.find((one) => one.id === id)!.video!.joinUrl;
    expect(link).toMatch(/^https:..book\.example\/join\//);
    await world.useCases.runDue(partner(), {});
    const { data: messages } = await world.useCases.listTestMessages(partner(), {});
    expect(messages.some(({ text }) => text?.includes(link))).toBe(true);
    const core = createCore({ ...world.deps, realNow: () => time!.start });
    const { address, state } = (await findMeeting(core, link.split('/join/')[1]!))!;
    expect([state, address]).toEqual(['ready', expect.stringMatching(/^https:..meet\.jit\.si\/.{20,}/)]);
  });
});

describe('a load that was interrupted', () => {
  const cut = () => Promise.reject(new Error('cut off'));
  const interruptions: readonly [string, (world: World) => Partial<PeopleDeps>][] = [
    ['at a profile', ({ useCases }) => ({ useCases: { ...useCases, updateMyProfile: cut } })],
    ['at a booking', ({ useCases }) => ({ useCases: { ...useCases, completeBooking: cut } })],
    [
      'between two batches of logs',
      ({ deps: { logs } }) => ({
        logs: { ...logs, insertMissing: async (given) => logs.insertMissing(given.slice(0, 50)).then(cut) },
      }),
    ],
  ];

  it.each(interruptions)('continues %s, a day later too', async (_, interrupted) => {
    const [whole, broken] = [createWorld(), createWorld()];
    await load(whole);
    await loadDemo(depsOf(broken), []);
    await expect(loadDemoPeople({ ...depsOf(broken), ...interrupted(broken) })).rejects.toThrow('cut off');
    broken.passTime(86_400_000);
    await load(broken);
    const summary = ({ state }: World) => ({
      bookings: [...state.bookings.values()]
        .map((one) => (one.kind === 'booking' ? `${one.time!.start} ${one.status}` : ''))
        .sort(),
      logs: [...state.logs.values()].map(({ date, kind }) => `${date} ${kind}`).sort(),
      profiles: state.profiles.size,
      connections: state.connections.size,
    });
    expect(summary(broken)).toEqual(summary(whole));
  });
});
