import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { describe, expect, it } from 'vitest';
import { createWorld, givenCoach, NOW, PARTNER, refusalOf } from '../../../test/application/world.ts';
import { createCore } from '../create-use-cases.ts';
import { createIncentive, type NewIncentive } from './create-incentive.ts';

const given = async (overrides: Parameters<typeof givenCoach>[1] = {}) => {
  const world = createWorld();
  const { id: coachId, services } = await givenCoach(world, overrides);
  const terms = {
    coachId,
    kind: 'percent',
    value: 20,
    boundTo: 'ana@example.com',
    expiresAt: plus(NOW, 7 * DAY),
  } as const;
  const create = (more: Partial<NewIncentive> = {}, context = world.partner()) =>
    createIncentive(createCore(world.deps), context, { ...terms, ...more });
  return { world, terms, services, create };
};

describe('an incentive that is made', () => {
  it('is stored with a code of its own', async () => {
    const { world, terms, create } = await given();
    const [one, other] = [await create(), await create()];
    expect(one).toEqual({ ...terms, id: one!.id, partnerId: PARTNER, mode: 'test', createdAt: NOW });
    expect(one!.id).toMatch(/^[CDFHJKMNPQRTVWX34679]{8}$/);
    expect([...world.state.incentives.keys()]).toEqual([one!.id, other!.id]);
  });

  it('has the currency of the services that it is for when it is an amount', async () => {
    const title = 'Session';
    const { services, create } = await given({
      services: [
        { title: 'Call', duration: 15 },
        { title, duration: 60, price: { amount: 7500, currency: 'EUR' } },
        { title: 'Other', duration: 60, price: { amount: 9000, currency: 'JPY' } },
      ],
    });
    const ids = services.map(({ id }) => id);
    expect(await create({ kind: 'amount', value: 500 })).toMatchObject({ currency: 'EUR' });
    const serviceIds = [ids[2]!];
    expect(await create({ kind: 'amount', value: 500, serviceIds })).toMatchObject({ currency: 'JPY', serviceIds });
    expect(await create({ serviceIds: [ids[0]!] })).toBeNull();
  });

  it('is none where no service has a price', async () => {
    const { world, create } = await given({
      services: [{ title: 'Call', duration: 15, price: { amount: 0, currency: 'EUR' } }],
    });
    expect(await create()).toBeNull();
    expect(world.state.incentives.size).toBe(0);
  });

  it('is not stored by a dry run', async () => {
    const { world, create } = await given();
    expect(await create({}, world.partner({ dryRun: true }))).toMatchObject({ value: 20 });
    expect(world.state.incentives.size).toBe(0);
  });

  it.each([
    ['percent', 0],
    ['percent', 101],
    ['percent', 1.5],
    ['amount', 0],
  ] as const)('is refused with %s of %d', async (kind, value) => {
    const { create } = await given();
    expect((await refusalOf(create({ kind, value }))).code).toBe('INVALID_REQUEST');
  });
});
