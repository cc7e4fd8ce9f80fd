import { beforeEach, describe, expect, it } from 'vitest';
import { givenAnaEverywhere, type AnaEverywhere } from '../testing/ana-everywhere.ts';
import { createWorld, type World } from '../testing/world.ts';

describe('exporting a person', () => {
  let world: World;
  let ana: AnaEverywhere;
  beforeEach(async () => {
    world = createWorld();
    ana = await givenAnaEverywhere(world);
  });

  const exported = async (email = 'ANA@example.com', context = world.partner()) =>
    (await world.useCases.exportPerson(context, { email })).data;

  it('has everything about the address, once, and nothing of others', async () => {
    const { audit, ...found } = await exported();
    expect(found).toMatchObject({
      email: 'ana@example.com',
      user: { id: ana.userId, email: 'Ana@Example.com' },
      profile: { injuries: ['Secretly the knee'] },
      leads: [{ id: ana.leadId, notes: 'Secretly rich.', temperature: 'hot', clientId: ana.userId }],
      contacts: [{ name: 'Ana Diaz', email: 'Ana@Example.com', phone: '+12125550100', timeZone: 'America/New_York' }],
      workoutLogs: [{ title: 'Secretly squats' }],
      dietLogs: [{ description: 'Secretly cake' }],
      progress: [{ value: 64.5 }],
      connections: [{ coachId: ana.coachId, coachName: 'Coach A' }],
      staff: [{ id: ana.staffId, email: 'ana@example.com' }],
    });
    expect(found.bookings!.map(({ id }) => id)).toEqual([...ana.bookingIds].sort());
    expect(found.bookings!.find(({ id }) => id === ana.bookingIds[0])).toMatchObject({
      notes: 'Secretly weak knee.',
      answers: { 'Who sent you?': 'Secretly my mother' },
      consent: true,
      language: 'es',
      utm: { source: 'secretly' },
      referrer: 'https://secretly.example/ana',
      history: [{ type: 'created' }, { type: 'rescheduled', reason: 'Secretly ill.' }],
    });
    expect(audit!.map(({ action }) => action)).toContain('profile.read');
    expect(JSON.stringify(found)).not.toMatch(/Bo Berg|passwordHash|knownAddresses|tokenHash|manageNonce/);
  });

  it.each([false, true])('is written to the audit log before, with every kind of health data (dry run: %s)', async (dryRun) => {
    const before = world.state.audit.length;
    await exported(undefined, world.partner({ dryRun }));
    expect(world.state.audit.slice(before).map(({ action, by, subject }) => [action, by.id, subject.id])).toEqual(
      ['person.exported', 'profile.read', 'workout_log.read', 'diet_log.read', 'progress.read'].map((action) => [
        action,
        'sk1',
        ana.userId,
      ]),
    );
  });

  it('has what a guest left', async () => {
    const found = await exported('bo@example.com');
    expect(found).toMatchObject({ contacts: [{ name: 'Bo Berg' }], bookings: [{ id: ana.otherBookingId, notes: 'Of Bo.' }] });
    expect(found.user ?? found.profile ?? found.workoutLogs).toBeUndefined();
  });

  it.each<[string, object]>([
    ['an address that nobody has', {}],
    ['another partner', { partnerId: 'b'.repeat(24) }],
    ['another mode', { mode: 'live' }],
  ])('is empty for %s, and no reading', async (what, elsewhere) => {
    const context = world.partner();
    const before = world.state.audit.length;
    const email = what.startsWith('an ') ? 'nobody@example.com' : 'ana@example.com';
    const found = await exported(email, { ...context, caller: { ...context.caller, ...elsewhere } });
    expect(found).toEqual({ email, exportedAt: expect.any(String) as string });
    expect(world.state.audit).toHaveLength(before);
  });

  it('is empty once the person was erased', async () => {
    await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' });
    expect(Object.keys(await exported())).toEqual(['email', 'exportedAt']);
  });
});
