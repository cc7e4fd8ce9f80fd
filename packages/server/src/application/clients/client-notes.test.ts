import { beforeEach, describe, expect, it } from 'vitest';
import { asCoach, asStaff, bookAs, givenClient } from '../../../test/application/given-client.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

describe('the notes of a coach on a client', () => {
  let world: World;
  let coach: Awaited<ReturnType<typeof givenCoach>>;
  let ana: Awaited<ReturnType<typeof givenClient>>;
  beforeEach(async () => {
    world = createWorld();
    coach = await givenCoach(world);
    ana = await givenClient(world);
    await bookAs(world, ana, coach, '2026-04-14T09:00:00Z');
  });

  const get = async (context = asCoach(world, coach), of = 'me') =>
    (await world.useCases.getClientNotes(context, { coach: of, client: ana.id })).data;
  const put = async (text: string, version: number, context = asCoach(world, coach)) =>
    (await world.useCases.updateClientNotes(context, { coach: 'me', client: ana.id, text, version })).data;

  it('returns none at version 0 until some are written, and then these to coach and staff', async () => {
    expect(await get()).toEqual({ coachId: coach.coachId, text: '', version: 0 });
    expect(await put('Prefers mornings.\n', 0)).toMatchObject({ text: 'Prefers mornings.\n', version: 1 });
    expect(await get(asStaff(world, coach))).toMatchObject({ text: 'Prefers mornings.\n', version: 1 });
    expect(await put('', 1)).toMatchObject({ text: '', version: 2 });
  });

  it('changes notes only at the version that the caller has read', async () => {
    await put('First.', 0);
    for (const version of [0, 2])
      expect(await refusalOf(put('Second.', version))).toMatchObject({
        code: 'VERSION_CONFLICT',
        details: { version: 1 },
      });
    expect((await get()).text).toBe('First.');
  });

  it('keeps one of two notes that are written at once', async () => {
    const written = await Promise.allSettled([put('One.', 0), put('Two.', 0)]);
    expect(written.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await get()).version).toBe(1);
  });

  it('separates the notes of coaches, and shows a coach nothing of a stranger', async () => {
    const other = await givenCoach(world, { name: 'Coach B' });
    expect((await refusalOf(get(asCoach(world, other)))).code).toBe('CLIENT_NOT_FOUND');
    expect((await refusalOf(get(asCoach(world, other), coach.slug))).code).toBe('CLIENT_NOT_FOUND');
    await bookAs(world, ana, other, '2026-04-15T09:00:00Z');
    await put('Ours.', 0);
    expect((await get(asCoach(world, other))).text).toBe('');
  });

  it('keeps the notes on a client who no longer shares the profile', async () => {
    await put('Ours.', 0);
    await world.useCases.withdrawConnection(ana.me(), { id: coach.coachId });
    expect((await get()).text).toBe('Ours.');
  });

  it('records who reads and who changes them', async () => {
    world.state.audit.length = 0;
    await get();
    await put('Noted.', 0);
    expect(world.state.audit.map(({ action, subject }) => [action, subject])).toEqual([
      ['client_notes.read', { kind: 'client', id: ana.id }],
      ['client_notes.updated', { kind: 'client', id: ana.id }],
    ]);
  });

  it('changes nothing in a dry run', async () => {
    const dry = asCoach(world, coach, { dryRun: true });
    expect((await put('Tried.', 0, dry)).version).toBe(1);
    expect((await refusalOf(put('Tried.', 3, dry))).code).toBe('VERSION_CONFLICT');
    expect((await get()).version).toBe(0);
  });

  it('exports notes with the person, and erases them with the person', async () => {
    await put('Prefers mornings.', 0);
    const admin = world.person({ userId: 'd'.repeat(24), role: 'admin' });
    const of = { email: 'ana@example.com' };
    const { coachNotes } = (await world.useCases.exportPerson(admin, of)).data;
    expect(coachNotes).toEqual([expect.objectContaining({ coachId: coach.coachId, text: 'Prefers mornings.' })]);
    await world.useCases.erasePerson(admin, of);
    expect(world.state.clientNotes.size).toBe(0);
  });
});
