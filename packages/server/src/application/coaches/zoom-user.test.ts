import { describe, expect, it } from 'vitest';
import { createWorld, givenCoach, refusalOf } from '../../../test/application/world.ts';

describe('the Zoom user who hosts', () => {
  const given = async () => {
    const world = createWorld();
    const { id } = await givenCoach(world);
    const set = (zoomUser: string | null, context = world.partner()) =>
      world.useCases.updateCoach(context, { coach: id, zoomUser });
    const addStaff = (context = world.partner()) =>
      world.useCases.createStaff(context, { coach: id, name: 'Jane Smith', zoomUser: 'jane@fit.example' });
    return { world, id, set, addStaff };
  };

  it('is set and taken away by the partner’s server and by admins', async () => {
    const { world, set } = await given();
    const admin = world.person({ role: 'admin', userId: 'u1' });
    expect((await set('maria@fit.example')).data.zoomUser).toBe('maria@fit.example');
    expect((await set('maria2@fit.example', admin)).data.zoomUser).toBe('maria2@fit.example');
    expect((await set(null)).data).not.toHaveProperty('zoomUser');
  });

  it('stays when other things of the coach change', async () => {
    const { world, id, set } = await given();
    await set('maria@fit.example');
    const { data } = await world.useCases.updateCoach(world.partner(), { coach: id, bio: 'New.' });
    expect(data.zoomUser).toBe('maria@fit.example');
  });

  it('is never chosen by coaches, who would choose in whose name meetings begin', async () => {
    const { world, id, set, addStaff } = await given();
    const coach = world.person({ role: 'coach', userId: 'u2', coachId: id });
    expect((await refusalOf(set('boss@fit.example', coach))).code).toBe('NOT_PERMITTED_FIELD');
    expect((await refusalOf(set(null, coach))).code).toBe('NOT_PERMITTED_FIELD');
    expect((await refusalOf(addStaff(coach))).code).toBe('NOT_PERMITTED_FIELD');
  });

  it('is not shown to visitors', async () => {
    const { world, id, set } = await given();
    await set('maria@fit.example');
    expect((await world.useCases.getCoach(world.visitor(), { coach: id })).data).not.toHaveProperty('zoomUser');
    expect((await world.useCases.getCoach(world.partner(), { coach: id })).data.zoomUser).toBe('maria@fit.example');
  });

  it('is another one for a member of the team', async () => {
    const { world, id, addStaff } = await given();
    const { data: jane } = await addStaff();
    expect(jane.zoomUser).toBe('jane@fit.example');
    const update = (more: object) => world.useCases.updateStaff(world.partner(), { coach: id, id: jane.id, ...more });
    expect((await update({ name: 'Jane' })).data.zoomUser).toBe('jane@fit.example');
    expect((await update({ zoomUser: null })).data).not.toHaveProperty('zoomUser');
  });
});
