import { createClient, type Client } from '@coach-booking/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecret } from '../../packages/server/test/http/partners.ts';
import { startApp, type TestApp } from '../../packages/server/test/http/start-app.ts';
import { createWorld, everyDay, type World } from '../../packages/server/test/application/world.ts';

const PASSWORD = 'correct horse battery';
const testNow = '2026-04-13T08:00:00Z';
const guest = { name: 'Ana Diaz', email: 'ana@example.com', phone: '+1 212 555 0100' };

/** The SDK, HTTP and the use cases together; what is answered is held against the contract on the way. */
describe('a client’s way from guest to goodbye', () => {
  let world: World;
  let app: TestApp;
  let server: Client;
  beforeAll(async () => {
    world = createWorld();
    const { tokens, accessTokens, sessions, realNow } = world.deps;
    app = await startApp({ useCases: world.useCases, tokens, accessTokens, sessions, realNow });
    server = createClient({ baseUrl: app.origin, secretKey: testSecret, testNow });
  });
  afterAll(() => app.close());

  const signedIn = async (email: string): Promise<Client> => {
    const { accessToken } = await server.login({ email, password: PASSWORD });
    return createClient({ baseUrl: app.origin, session: () => accessToken, testNow });
  };
  const aCoach = async (name: string) => {
    const schedule = { workingHours: everyDay('09:00', '17:00') };
    const coach = await server.createCoach({
      name,
      timeZone: 'UTC',
      schedule,
      services: [{ title: 'Strength session', duration: 60 }],
    });
    const email = `${coach.slug}@example.com`;
    await server.createUser({ role: 'coach', name, email, coachId: coach.id });
    await world.settleDown();
    const [, token] = world.sent.at(-1)!.text.match(/\/password\/(\S+)/)!;
    await server.resetPassword({ token: token!, password: PASSWORD });
    return { of: { coachId: coach.id, serviceId: coach.services[0]!.id }, client: await signedIn(email) };
  };
  const refusal = (asked: Promise<unknown>) =>
    asked.then(
      () => expect.fail('It was not refused.'),
      (error: { status: number; code: string }) => [error.status, error.code],
    );

  it('leads through all of it', async () => {
    const [mine, other] = [await aCoach('Coach A'), await aCoach('Coach B')];
    const coach = 'me';

    await server.createBooking({
      ...mine.of,
      start: '2026-04-14T09:00:00Z',
      attendee: guest,
      utm: { source: 'newsletter' },
    });
    const [lead, ...more] = (await mine.client.listLeads({ coach })).items;
    expect([lead, more]).toMatchObject([
      { phone: '+12125550100', source: 'newsletter', score: 60, temperature: 'warm', version: 1 },
      [],
    ]);
    const { id: leadId } = lead!;
    await mine.client.updateLead({ coach, id: leadId, temperature: 'hot', notes: 'Called.', version: 1 });
    expect(await mine.client.getLead({ coach, id: leadId })).toMatchObject({ notes: 'Called.', version: 2 });
    expect(await refusal(other.client.getLead({ coach, id: leadId }))).toEqual([404, 'LEAD_NOT_FOUND']);
    expect(await refusal(other.client.updateLead({ coach, id: leadId, notes: 'Mine.' }))).toEqual([
      404,
      'LEAD_NOT_FOUND',
    ]);

    await server.register({
      name: 'Ana Diaz',
      email: 'ANA@example.com',
      password: PASSWORD,
      timeZone: 'America/New_York',
    });
    await world.settleDown();
    const [, token] = world.sent.at(-1)!.text.match(/\/verify\/(\S+)/)!;
    const { id: clientId } = await server.verifyEmail({ token: token!, password: PASSWORD });
    const ana = await signedIn('ana@example.com');
    expect((await ana.listMyBookings()).items).toMatchObject([{ attendee: { kind: 'client', id: clientId } }]);
    expect(await refusal(mine.client.getClient({ coach, client: clientId }))).toEqual([404, 'CLIENT_NOT_FOUND']);
    expect(await ana.listMyConnections()).toMatchObject([
      { coachId: mine.of.coachId, coachName: 'Coach A', state: 'asked' },
    ]);
    expect(await ana.declineConnection({ id: mine.of.coachId })).toMatchObject({ state: 'declined' });
    expect(await ana.acceptConnection({ id: mine.of.coachId })).toMatchObject({ state: 'accepted' });
    expect((await mine.client.listLeads({ coach, q: 'DIAZ', temperature: 'hot' })).items).toMatchObject([
      { id: leadId, clientId },
    ]);

    await ana.updateMyProfile({ goals: ['First pull-up'], heightCm: 168, measurements: { waist: 74 } });
    await ana.addWorkoutLog({
      date: '2026-04-12',
      title: 'Lower body',
      exercises: [{ name: 'Squat', sets: [{ reps: 5, weightKg: 60 }] }],
    });
    const meal = await ana.addDietLog({ date: '2026-04-12', meal: 'lunch', description: 'Lentils', calories: 420 });
    await ana.updateDietLog({ id: meal.id, calories: 630 });
    for (const [date, value] of [['2026-03-30', 66] as const, ['2026-04-13', 65] as const])
      await ana.addProgress({ date, metric: 'weight', value, unit: 'kg' });

    const client = clientId;
    const range = { from: '2026-03-30', to: '2026-04-13' };
    expect((await mine.client.listClients({ coach })).items).toMatchObject([
      { id: clientId, sharesProfile: true, bookings: 1 },
    ]);
    expect((await mine.client.getClient({ coach, client })).profile).toMatchObject({
      goals: ['First pull-up'],
      heightCm: 168,
    });
    expect((await mine.client.listClientWorkoutLogs({ coach, client, ...range })).days).toHaveLength(1);
    expect((await mine.client.listClientDietLogs({ coach, client, ...range })).days).toMatchObject([
      { date: '2026-04-12', calories: 630 },
    ]);
    expect((await mine.client.listClientProgress({ coach, client, ...range, metric: 'weight' })).trends).toMatchObject([
      { change: -1, ratePerWeek: -0.5, unit: 'kg' },
    ]);
    expect(world.state.audit.filter(({ action }) => action.endsWith('.read')).map(({ action }) => action)).toEqual([
      'lead.read',
      'lead.read',
      'lead.read',
      'profile.read',
      'workout_log.read',
      'diet_log.read',
      'progress.read',
    ]);

    for (const path of [coach, mine.of.coachId])
      expect(await refusal(other.client.getClient({ coach: path, client }))).toEqual([404, 'CLIENT_NOT_FOUND']);

    const [connection, ...others] = await ana.listMyConnections();
    expect([connection, others]).toMatchObject([{ coachId: mine.of.coachId, coachName: 'Coach A' }, []]);
    await ana.withdrawConnection({ id: mine.of.coachId });
    expect(await ana.listMyConnections()).toMatchObject([{ state: 'withdrawn' }]);
    expect(await refusal(mine.client.getClient({ coach, client }))).toEqual([403, 'PROFILE_NOT_SHARED']);
    expect((await mine.client.listClients({ coach })).items).toMatchObject([{ id: clientId, sharesProfile: false }]);
    expect(await refusal(ana.withdrawConnection({ id: mine.of.coachId }))).toEqual([404, 'CONNECTION_NOT_FOUND']);

    await ana.deleteDietLog({ id: meal.id });
    expect((await ana.listMyDietLogs(range)).days).toEqual([]);
    expect(await refusal(ana.deleteDietLog({ id: meal.id }))).toEqual([404, 'LOG_NOT_FOUND']);
  });

  it('keeps what it was sent out of the log', () => {
    const lines = JSON.stringify(app.log);
    for (const word of ['Diaz', 'example.com', '2125550100', 'pull-up', 'Lentils', 'Lower body', 'Called'])
      expect(lines).not.toContain(word);
  });
});
