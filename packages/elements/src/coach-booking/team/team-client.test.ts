import { expect } from '@open-wc/testing';
import type { BookingCreated, Hold } from '@coach-booking/sdk';
import { bookingStates } from '../../../test/states.ts';
import { team, teamAnswer } from '../../../test/team.ts';
import { namedIn, namedToken } from './chosen-coach.ts';
import type { TeamCalls, TeamSlots } from './team-calls.ts';
import { TeamClient, type LaterClient } from './team-client.ts';

const [, answer] = teamAnswer();
const { data } = answer as { data: TeamSlots };
const [, second] = team;
const { details, slots } = bookingStates;
const { start } = data.slots[0]!;
const chosen = { coachId: second!.id, serviceId: '665f000000000000000000b1' };
const hold = { id: 'h1', holdToken: 'a.b~c', start, end: start, expiresAt: start, ...chosen };

/** Returns the client of two named coaches with its later calls, and what was called. */
async function given(state: object = slots) {
  const calls: [string, unknown][] = [];
  const record =
    (name: string, result: unknown) =>
    async (input: unknown): Promise<never> => {
      calls.push([name, input]);
      if (result instanceof Error) throw result;
      return result as never;
    };
  const teamCalls = {
    listTeamSlots: record('listTeamSlots', data),
    createTeamHold: record('createTeamHold', hold),
    createTeamBooking: record('createTeamBooking', { id: 'b1', coachId: second!.id }),
  } as unknown as TeamCalls;
  const one = Object.fromEntries(
    ['createHold', 'extendHold', 'releaseHold', 'createBooking', 'checkIncentive', 'getIntake', 'captureIntent'].map(
      (name) => [name, record(name, name === 'extendHold' ? { ...hold, holdToken: 'next' } : {})],
    ),
  ) as unknown as LaterClient;
  const client = new TeamClient(teamCalls, ['coach-a', 'coach-b'], { name: 'Our team', text: 'Whoever is free first' });
  await client.listSlots({ coach: 'x', from: start, to: start, include: 'coach', statuses: 'all', holdToken: 'own' });
  const later = client.later(one, () => state as never);
  calls.length = 0;
  return { client, later, calls };
}
const booking = { coachId: 'x', serviceId: data.service.id, start, attendee: { name: 'Ana' } } as never;
const token = namedToken(chosen, 'a.b~c');
const held = { ...details, hold: { ...details.hold!, token } };

describe('the client for several coaches', () => {
  it('lists the merged slots, with one coach who stands for all until one is assigned', async () => {
    const { client, calls } = await given();
    const found = await client.listSlots({ coach: 'x', from: start, to: start, serviceId: 's', include: 'coach' });
    expect(calls).to.deep.equal([
      ['listTeamSlots', { coaches: 'coach-a,coach-b', from: start, to: start, service: 's', include: 'coaches' }],
    ]);
    expect(found.slots).to.deep.equal([{ ...found.slots[0], status: 'available' }]);
    expect(found.coach).to.include({ name: 'Our team', photo: null, bio: '' });
    expect(found.coach!.services.map(({ slug }) => slug)).to.deep.equal(['strength-60', 'first-talk', 'yoga-60']);
  });

  it('R41 holds with whoever is free, and books with the coach whom the hold names', async () => {
    const { client, later, calls } = await given();
    const made = (await later.createHold({ coachId: 'x', serviceId: 's', start })) as Hold;
    expect(calls).to.deep.equal([['createTeamHold', { coaches: ['coach-a', 'coach-b'], service: 's', start }]]);
    const shown = client.coachIn({
      coach: slots.coach,
      booking: null,
      hold: { ...details.hold!, token: made.holdToken },
    });
    expect(shown).to.include({ name: 'Coach B' });
    await later.createBooking({ ...(booking as object), holdToken: made.holdToken } as never);
    expect(calls[1]).to.deep.equal(['createBooking', { ...(booking as object), ...chosen, holdToken: 'a.b~c' }]);
  });

  it('extends and releases by the token of the server, and keeps the name in it', async () => {
    const { later, calls } = await given(held);
    const next = (await later.extendHold({ id: 'h1', holdToken: token })) as Hold;
    expect(namedIn(next.holdToken)).to.deep.equal({ ...chosen, token: 'next' });
    await later.releaseHold({ id: 'h1', holdToken: token });
    expect(calls.map(([, input]) => (input as { holdToken: string }).holdToken)).to.deep.equal(['a.b~c', 'a.b~c']);
  });

  it('R41 books with whoever is free where there is no hold, and shows who it is then', async () => {
    const { client, later, calls } = await given({ ...details, hold: null });
    const made = (await later.createBooking(booking)) as BookingCreated;
    expect(calls).to.deep.equal([
      [
        'createTeamBooking',
        { coaches: ['coach-a', 'coach-b'], service: data.service.id, start, attendee: { name: 'Ana' } },
      ],
    ]);
    expect(client.coachIn({ coach: slots.coach, hold: null, booking: made })).to.include({ name: 'Coach B' });
  });

  it('books with the coach who was shown when the hold is gone', async () => {
    const { later, calls } = await given(held);
    await later.createBooking(booking);
    expect(calls).to.deep.equal([['createBooking', { ...(booking as object), ...chosen }]]);
  });

  it('books with one who is free where a code is given, which is of one coach', async () => {
    const { later, calls } = await given({ ...details, hold: null });
    await later.createBooking({ ...(booking as object), incentiveCode: 'CODE' } as never);
    expect(calls[0]![0]).to.equal('createBooking');
    expect(calls[0]![1]).to.include({ coachId: team[0]!.id, serviceId: team[0]!.services[0]!.id });
  });

  it('asks what the assigned coach asks, once the hold names that coach', async () => {
    const { later, calls } = await given();
    const asked = later.getIntake!({ coach: 'x', id: 's' });
    await later.createHold({ coachId: 'x', serviceId: 's', start });
    await asked;
    expect(calls[1]).to.deep.equal(['getIntake', { coach: chosen.coachId, id: chosen.serviceId }]);
  });

  it('asks what the first coach asks where nothing could be held', async () => {
    const { client } = await given();
    const failing = { createTeamHold: () => Promise.reject(new Error('taken')) } as unknown as TeamCalls;
    const other = new TeamClient(failing, undefined, { name: '', text: '' });
    const asked: unknown[] = [];
    const later = other.later(
      { getIntake: (input: unknown) => Promise.resolve(asked.push(input)) } as unknown as LaterClient,
      () => slots as never,
    );
    const answer = later.getIntake!({ coach: 'x', id: 's' });
    await later.createHold({ coachId: 'x', serviceId: 's', start }).catch(() => undefined);
    await answer;
    expect(asked).to.have.length(1);
    expect(client.coachIn({ coach: slots.coach, hold: null, booking: null })).to.equal(slots.coach);
  });

  it('counts a visit for whoever is free first, once for each service, and then for the one who is assigned', async () => {
    const { client } = await given();
    const { service } = data;
    const of = (state: object) => client.visitedIn({ ...slots, hold: null, ...state } as never);
    const first = { coach: team[0]!.id, serviceId: team[0]!.services[0]!.id };
    expect(of({ phase: 'services', service: null })).to.deep.equal({ coach: first.coach });
    expect(of({ service })).to.deep.equal(first);
    // Its times have not come.
    expect(of({ service: team[2]!.services[0] })).to.equal(null);
    data.slots[0] = { ...data.slots[0]!, coachIds: [second!.id] };
    await client.listSlots({ coach: 'x', from: start, to: start });
    expect(of({ service })).to.deep.equal(first);
    expect(of({ phase: 'holding', service })).to.equal(null);
    expect(of({ phase: 'details', service, hold: held.hold })).to.deep.equal({
      coach: chosen.coachId,
      serviceId: chosen.serviceId,
    });
  });
});
