import { describe, expect, it } from 'vitest';
import { MAX_STAFF } from '../../domain/coach/coach.ts';
import { createUseCases } from '../create-use-cases.ts';
import { withFaultPoints } from '../../fault-points.ts';
import { givenTeam, ledgersWith, onTeamDay } from '../../../test/application/given-team.ts';
import { refusalOf } from '../../../test/application/world.ts';

describe('the team', () => {
  it('lists the team by name, without former members, and never to a visitor', async () => {
    const { world, coach, jane, omar, add } = await givenTeam();
    const anna = await add('Ánna Berg', { active: false, phone: '+12125550100' });
    const list = async () => (await world.useCases.listStaff(world.partner(), { coach: coach.id })).data;
    expect(await list()).toEqual([
      { id: anna.id, name: 'Ánna Berg', active: false, phone: '+12125550100' },
      { id: jane.id, name: 'Jane Smith', active: true, email: 'jane@example.com' },
      { id: omar.id, name: 'Omar Haddad', active: true },
    ]);
    expect(JSON.stringify(await world.useCases.getCoach(world.visitor(), { coach: coach.id }))).not.toContain('Jane');
    await world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: omar.id });
    expect((await list()).map(({ name }) => name)).toEqual(['Ánna Berg', 'Jane Smith']);
  });

  it('gets one new member for any number of requests with one idempotency key', async () => {
    const { world, coach } = await givenTeam();
    const create = () =>
      world.useCases.createStaff(world.partner({ idempotencyKey: 'key-0001' }), { coach: coach.id, name: 'Li Wei' });
    const [first, second] = await Promise.all([create(), create()]);
    expect(second).toEqual(first);
    expect((await world.useCases.listStaff(world.partner(), { coach: coach.id })).data).toHaveLength(3);
  });

  it('limits a team to fifty members, none without a name', async () => {
    const { add } = await givenTeam();
    expect((await refusalOf(add('   '))).code).toBe('INVALID_REQUEST');
    for (let n = 2; n < MAX_STAFF; n++) await add(`Member ${n}`);
    expect((await refusalOf(add('One more'))).code).toBe('INVALID_REQUEST');
  });

  it('changes the given fields of a member', async () => {
    const { world, coach, jane } = await givenTeam();
    const change = (id: string, more: object) =>
      world.useCases.updateStaff(world.partner(), { coach: coach.id, id, ...more });
    expect((await change(jane.id, { phone: '+442071838750' })).data).toEqual({ ...jane, phone: '+442071838750' });
    expect((await refusalOf(change('e'.repeat(24), { active: false }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('does not change in a dry run', async () => {
    const { world, coach, jane } = await givenTeam();
    const dry = world.partner({ dryRun: true });
    await world.useCases.createStaff(dry, { coach: coach.id, name: 'Li Wei' });
    await world.useCases.deleteStaff(dry, { coach: coach.id, id: jane.id });
    expect((await world.useCases.listStaff(world.partner(), { coach: coach.id })).data).toHaveLength(2);
  });
});

describe('removing a member', () => {
  it('refuses to remove a member with sessions ahead, which are reassigned first', async () => {
    const { world, coach, jane, omar, book, update } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'), { staffId: jane.id });
    const remove = () => world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id });
    expect((await refusalOf(remove())).code).toBe('NOT_ALLOWED_NOW');
    await update(id, { staffId: omar.id });
    expect((await remove()).data).toEqual({ id: jane.id, removed: true });
    expect((await refusalOf(remove())).code).toBe('STAFF_NOT_FOUND');
    expect((await refusalOf(book(onTeamDay('11:00'), { staffId: jane.id }))).code).toBe('STAFF_NOT_FOUND');
  });

  it('refuses to remove a member who was assigned a booking at the same moment', async () => {
    const { world, coach, jane, book, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'));
    const leave = () => world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id });
    let code: string | undefined;
    const points = { 'after ledgers.claim': async () => (code = (await refusalOf(leave())).code) };
    const server = createUseCases(withFaultPoints(world.deps, points));
    await server.updateBooking(world.partner(), { id, staffId: jane.id });
    expect([code, stored(id).staffId]).toEqual(['NOT_ALLOWED_NOW', jane.id]);
    expect(world.state.heads.get(coach.id)?.staff.find((member) => member.id === jane.id)).not.toHaveProperty(
      'deletedAt',
    );
  });

  it('undoes the removal when a session turns up after the head was written', async () => {
    const { world, coach, jane, occupy } = await givenTeam();
    const replace = world.deps.coaches.replace;
    world.deps.coaches.replace = async (head, version) => {
      world.deps.coaches.replace = replace;
      await occupy(jane.id, onTeamDay('09:00'));
      return replace(head, version);
    };
    expect((await refusalOf(world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id }))).code).toBe(
      'NOT_ALLOWED_NOW',
    );
    expect(
      (await world.useCases.listStaff(world.partner(), { coach: coach.id })).data.map(({ name }) => name),
    ).toContain('Jane Smith');
  });

  it('removes them from a booking that moves', async () => {
    const { world, coach, jane, book, stored } = await givenTeam();
    const { id } = await book(onTeamDay('09:00'), { staffId: jane.id });
    world.passTime(26 * 3_600_000);
    await world.useCases.deleteStaff(world.partner(), { coach: coach.id, id: jane.id });
    await world.useCases.rescheduleBooking(world.partner(), { id, start: '2026-04-15T09:00:00Z' });
    expect(stored(id).staffId).toBeUndefined();
    expect(ledgersWith(world, id)).toEqual([`${coach.id}:2026-04-15`]);
  });
});
