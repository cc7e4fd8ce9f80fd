import { describe, expect, it } from 'vitest';
import { ANA, createWorld, givenCoach } from '../../../test/application/world.ts';
import { createCore, createUseCases } from '../create-use-cases.ts';
import { work } from './work.ts';

const given = async () => {
  const world = createWorld();
  const book = async (name: string) => {
    const { coachId, serviceId } = await givenCoach(world, { name });
    const input = { coachId, serviceId: serviceId!, start: '2026-04-14T10:00:00Z', attendee: ANA };
    return { coachId, bookingId: (await world.useCases.createBooking(world.visitor(), input)).data.id };
  };
  const broken = await book('Broken');
  const sound = await book('Sound');
  const { coaches } = world.deps;
  const byId: typeof coaches.byId = async (id) => {
    if (id === broken.coachId) throw new TypeError('no head of a coach');
    return coaches.byId(id);
  };
  const messages = () => [...world.state.deliveries.values()];
  return { world, broken, sound, deps: { ...world.deps, coaches: { ...coaches, byId } }, messages };
};

describe('a booking whose messages cannot be made', () => {
  it('holds up no other, is reported with each pass, and is drained as soon as it can be', async () => {
    const { world, broken, sound, deps, messages } = await given();
    const bookingsOfMessages = () => [
      ...new Set(messages().flatMap((one) => ('bookingId' in one ? [one.bookingId] : []))),
    ];

    await expect(work(createCore(deps))).rejects.toThrow('no head of a coach');
    expect(bookingsOfMessages()).toEqual([sound.bookingId]);
    expect(world.failedBookings).toEqual([
      { bookingId: broken.bookingId, partnerId: messages()[0]!.partnerId, mode: 'test', type: 'TypeError' },
    ]);

    await work(createCore(world.deps));
    expect(bookingsOfMessages()).toEqual([sound.bookingId, broken.bookingId]);
    expect(world.failedBookings).toHaveLength(1);
  });

  it('fails the call that lets messages be sent in a test, after the others were sent', async () => {
    const { world, sound, deps, messages } = await given();
    await expect(createUseCases(deps).runDue(world.partner(), {})).rejects.toThrow('no head of a coach');
    expect(messages().filter(({ state }) => state === 'sent')).toMatchObject([{ bookingId: sound.bookingId }]);
  });
});
