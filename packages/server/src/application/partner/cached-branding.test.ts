import { beforeEach, describe, expect, it } from 'vitest';
import type { Partner } from '../ports/partners.ts';
import { createWorld, givenCoach, PARTNER, type World } from '../../../test/application/world.ts';

const fit: Partner = {
  id: PARTNER,
  slug: 'fit',
  name: 'Fit',
  allowedOrigins: [],
  hosts: [],
  keys: [],
  branding: { name: 'Fit', accent: '#0f766e' },
  limits: {},
  version: 1,
};

describe('the branding that comes with the first slots', () => {
  let world: World;
  let coach: string;
  beforeEach(async () => {
    world = createWorld();
    coach = (await givenCoach(world)).id;
  });
  const asked = async (more: { include?: 'coach' } = { include: 'coach' }) => {
    const { data } = await world.useCases.listSlots(world.visitor(), {
      coach,
      from: '2026-04-14',
      to: '2026-04-14',
      ...more,
    });
    return data.branding;
  };

  it('returns the partner’s branding', async () => {
    await world.deps.partners.insert(fit);
    expect(await asked()).toEqual(fit.branding);
  });

  it('comes with a single coach too, as the page of a booking reads it', async () => {
    await world.deps.partners.insert(fit);
    expect((await world.useCases.getCoach(world.visitor(), { coach })).data.branding).toEqual(fit.branding);
    expect((await world.useCases.listCoaches(world.visitor(), {})).data[0]).not.toHaveProperty('branding');
  });

  it('comes with the coach only', async () => {
    await world.deps.partners.insert(fit);
    expect(await asked({})).toBeUndefined();
  });

  it.each([
    ['has set nothing', { ...fit, branding: {} }],
    ['is not stored', { ...fit, id: 'another' }],
  ])('returns no branding where the partner %s', async (_, partner) => {
    await world.deps.partners.insert(partner);
    expect(await asked()).toBeUndefined();
  });

  it('returns the branding as it is now within seconds', async () => {
    await world.deps.partners.insert(fit);
    await asked();
    await world.useCases.updatePartner(world.partner(), { branding: { accent: '#000000' } });
    world.passTime(3000);
    expect(await asked()).toMatchObject({ accent: '#000000' });
  });

  it('lists slots also when the branding cannot be read', async () => {
    const partners = { ...world.deps.partners, byId: () => Promise.reject(new Error('no connection')) };
    Object.assign(world.deps, { partners });
    expect(await asked()).toBeUndefined();
  });
});
