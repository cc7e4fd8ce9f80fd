import { describe, expect, test } from 'vitest';
import {
  ana,
  twoServices,
  minute,
  givenSlots,
  givenDetails,
  givenConfirming,
} from '../../test/flows/given-booking-flow.ts';
import { created, hold, nine, settle, slots, ten, yoga } from '../../test/flows/world.ts';

describe('a reload during the booking', () => {
  async function reload(world: Awaited<ReturnType<typeof givenDetails>>) {
    const flow = world.make();
    flow.start();
    await world.last('listSlots').answer(slots([nine, ten]));
    return { ...world, flow, state: () => flow.$state.get() };
  }

  test('restores the hold and the typed details', async () => {
    const before = await givenDetails();
    before.flow.setDetails(ana);
    const { state, count } = await reload(before);
    expect(state()).toMatchObject({ phase: 'details', slot: nine, hold: { token: 'proof-1' }, details: ana });
    expect(count('createHold')).toBe(1);
  });

  test('reads the slots with the hold, so that the own hold hides none (R4)', async () => {
    const before = await givenDetails();
    before.make().start();
    expect(before.last('listSlots').input).toMatchObject({ holdToken: 'proof-1' });
  });

  test('holds the slot again when the page released it', async () => {
    const before = await givenDetails({ beacon: () => true });
    before.flow.setDetails(ana);
    before.flow.stop();
    const { state, last } = await reload(before);
    expect(state()).toMatchObject({ phase: 'holding', slot: nine, details: ana });
    await last('releaseHold').answer({});
    await last('createHold').answer(hold('2'));
    expect(state()).toMatchObject({ phase: 'details', hold: { token: 'proof-2' } });
  });

  test('repeats the same request after a reload while the booking was being created', async () => {
    const before = await givenConfirming();
    const { calls, last, state } = await reload(before);
    const [first, second] = calls.filter(({ name }) => name === 'createBooking');
    expect(second).toMatchObject({ key: first?.key, input: first?.input });
    await last('createBooking').answer(created);
    expect(state().phase).toBe('confirmed');
  });

  test('starts at the slots when the start has passed', async () => {
    const before = await givenDetails();
    before.flow.setDetails(ana);
    await before.clock.pass(24 * 60 * minute);
    const { state } = await reload(before);
    expect(state()).toMatchObject({ phase: 'slots', slot: null, details: ana });
  });

  test('keeps the service that was chosen', async () => {
    const before = await givenSlots({}, slots([nine], twoServices));
    before.flow.chooseService(yoga.id);
    const flow = before.make();
    flow.start();
    await before.last('listSlots').answer(slots([nine], twoServices));
    expect(flow.$state.get()).toMatchObject({ phase: 'slots', service: yoga });
  });

  test('finds the booking that was made again, until another is begun', async () => {
    const before = await givenConfirming();
    await before.last('createBooking').answer(created);
    const { state, flow, count } = await reload(before);
    expect(state()).toMatchObject({ phase: 'confirmed', booking: created, slot: nine, hold: null });
    expect(count('createHold')).toBe(1);
    expect(count('createBooking')).toBe(1);
    flow.bookAnother();
    const after = await reload(before);
    expect(after.state()).toMatchObject({ phase: 'slots', booking: null });
  });

  test('forgets the booking once it has begun', async () => {
    const before = await givenConfirming();
    await before.last('createBooking').answer(created);
    await before.clock.pass(24 * 60 * minute);
    const { state } = await reload(before);
    expect(state()).toMatchObject({ phase: 'slots', booking: null });
  });

  test('A9 restores the chosen zone', async () => {
    const before = await givenDetails();
    before.flow.setTimeZone('Asia/Kathmandu');
    const { state } = await reload(before);
    expect(state().slots.timeZone).toBe('Asia/Kathmandu');
  });

  describe('with a seal', () => {
    const seal = {
      seal: async (text: string) => `sealed ${Buffer.from(text).toString('base64')}`,
      open: async (sealed: string) => Buffer.from(sealed.slice(7), 'base64').toString(),
    };

    test('A21 restores the typed details, and leaves nothing readable in the storage', async () => {
      const before = await givenDetails({ seal });
      before.flow.setDetails({ ...ana, phone: '+12125550100', notes: 'a bad knee' });
      await settle();
      const stored = [...before.storage.items.values()].join();
      for (const text of ['Ana', 'example.com', '2125550100', 'knee']) expect(stored).not.toContain(text);
      const flow = before.make();
      flow.start();
      await settle();
      await before.last('listSlots').answer(slots([nine, ten]));
      expect(flow.$state.get()).toMatchObject({
        phase: 'details',
        slot: nine,
        details: { ...ana, notes: 'a bad knee' },
      });
    });

    test('stores the key of a booking before it sends it', async () => {
      const order: string[] = [];
      const world = await givenDetails({
        seal: {
          ...seal,
          seal: async (text) => (order.push(`sealed with key: ${text.includes('"key"')}`), seal.seal(text)),
        },
      });
      world.flow.setDetails(ana);
      await settle();
      world.flow.confirm();
      await settle();
      expect(order.at(-1)).toBe('sealed with key: true');
      expect(world.count('createBooking')).toBe(1);
    });

    test('starts with an empty form when the seal cannot be opened', async () => {
      const before = await givenDetails({ seal });
      before.flow.setDetails(ana);
      await settle();
      const flow = before.make({ seal: { ...seal, open: () => Promise.reject(new Error('another browser')) } });
      flow.start();
      await settle();
      await before.last('listSlots').answer(slots([nine, ten]));
      expect(flow.$state.get()).toMatchObject({ phase: 'details', slot: nine, details: { name: '', email: '' } });
    });

    test('stores no details when they cannot be sealed', async () => {
      const world = await givenDetails({ seal: { ...seal, seal: () => Promise.reject(new Error('not secure')) } });
      world.flow.setDetails(ana);
      await settle();
      expect([...world.storage.items.values()].join()).not.toContain('example.com');
    });
  });

  test.each([
    ['holds something else', { getItem: () => 'not JSON', setItem: () => undefined, removeItem: () => undefined }],
    [
      'is forbidden',
      {
        getItem: () => {
          throw new Error('SecurityError');
        },
        setItem: () => {
          throw new Error('QuotaExceededError');
        },
        removeItem: () => undefined,
      },
    ],
  ])('starts without a draft when the storage %s', async (_, storage) => {
    const { state } = await givenSlots({ storage });
    expect(state().phase).toBe('slots');
  });
});
