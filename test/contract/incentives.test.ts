import { ConflictError, createClient, type Client } from '@coach-booking/sdk';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../packages/server/src/application/create-use-cases.ts';
import { createIncentive } from '../../packages/server/src/application/incentives/create-incentive.ts';
import { fitOrigin, testKey, testPartners, testSecret } from '../../packages/server/test/http/partners.ts';
import { startApp, type TestApp } from '../../packages/server/test/http/start-app.ts';
import { ANA, createWorld, everyDay, NOW, type World } from '../../packages/server/test/application/world.ts';

const testNow = '2026-04-13T08:00:00Z';

/** The SDK, HTTP and the use cases together; answers are compared with the contract on the way. */
describe('a code for a lower price', () => {
  let world: World;
  let app: TestApp;
  let server: Client;
  let page: Client;
  beforeAll(async () => {
    world = createWorld();
    const { tokens, accessTokens, sessions, realNow } = world.deps;
    app = await startApp({ useCases: world.useCases, tokens, accessTokens, sessions, realNow });
    server = createClient({ baseUrl: app.origin, secretKey: testSecret, testNow });
    const fromPage: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      request.headers.set('origin', fitOrigin);
      return fetch(request);
    };
    page = createClient({ baseUrl: app.origin, publishableKey: testKey, testNow, fetch: fromPage });
  });
  afterAll(() => app.close());

  const reasonOf = async (asked: Promise<unknown>) => {
    const error = await asked.catch((refused: unknown) => refused);
    return error instanceof ConflictError ? [error.code, error.details.incentive] : error;
  };

  it('is checked, used once, listed and taken back by the SDK', async () => {
    const coach = await server.createCoach({
      name: 'Coach A',
      timeZone: 'UTC',
      schedule: { workingHours: everyDay('09:00', '17:00') },
      services: [{ title: 'Strength session', duration: 60, price: { amount: 7500, currency: 'EUR' } }],
    });
    const serviceId = coach.services[0]!.id;
    const terms = {
      coachId: coach.id,
      kind: 'percent',
      value: 20,
      boundTo: ANA.email,
      expiresAt: plus(NOW, DAY),
    } as const;
    const context = world.partner();
    const ofPartner = { ...context, caller: { ...context.caller, partnerId: testPartners[0]!.id } };
    const [one, other] = await Promise.all([1, 2].map(() => createIncentive(createCore(world.deps), ofPartner, terms)));
    const asked = { coach: coach.id, code: one!.id, serviceId, email: ANA.email };
    const discount = { list: 7500, discount: 1500, code: one!.id };
    const lowered = { price: { amount: 6000, currency: 'EUR' }, discount };
    expect(await page.checkIncentive(asked)).toEqual({ ...lowered, expiresAt: '2026-04-14T08:00:00Z' });
    const wanted = { coachId: coach.id, serviceId, attendee: ANA, incentiveCode: one!.id };
    const booking = await page.createBooking({ ...wanted, start: '2026-04-14T09:00:00Z' });
    expect(booking).toMatchObject(lowered);
    const refused = ['INCENTIVE_REFUSED', 'used'];
    expect(await reasonOf(page.createBooking({ ...wanted, start: '2026-04-14T11:00:00Z' }))).toEqual(refused);
    expect(await reasonOf(page.checkIncentive(asked))).toEqual(refused);
    expect(await server.revokeIncentive({ coach: coach.id, code: other!.id })).toMatchObject({ state: 'revoked' });
    const { items } = await server.listIncentives({ coach: coach.id });
    expect(new Map(items.map(({ code, state, bookingId }) => [code, [state, bookingId]]))).toEqual(
      new Map([
        [one!.id, ['used', booking.id]],
        [other!.id, ['revoked', undefined]],
      ]),
    );
    const { revenue } = await server.getStats({ coach: coach.id, from: '2026-04-14', to: '2026-04-14' });
    expect(revenue).toMatchObject({ total: 6000, discount: 1500 });
  });
});
