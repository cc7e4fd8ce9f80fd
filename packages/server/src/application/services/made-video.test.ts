import { describe, expect, it } from 'vitest';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import type { MeetingAdapter } from '../ports/external-record-adapters.ts';

const connected = { accountOf: async () => ({ host: 'me' }) } as unknown as MeetingAdapter;
const missing = { accountOf: async () => null } as unknown as MeetingAdapter;
const zoom = { provider: 'zoom' } as const;

const online = async (world: World) => {
  const coach = await givenCoach(world);
  const input = { coach: coach.id, title: 'Talk', duration: 30, locationKind: 'online' } as const;
  return {
    coach: coach.id,
    input,
    create: (more: object) => world.useCases.createService(world.partner(), { ...input, ...more }),
  };
};

describe('a service that meets at a provider', () => {
  it('is refused where the coach has no account there, and made where there is one', async () => {
    for (const [adapters, code] of [
      [{}, 'VIDEO_NOT_CONNECTED'],
      [{ zoom: missing }, 'VIDEO_NOT_CONNECTED'],
      [{ zoom: connected }, undefined],
    ] as const) {
      const { create } = await online(createWorld({ mode: 'live', recordAdapters: () => adapters }));
      if (code) expect((await refusalOf(create({ video: zoom }))).code).toBe(code);
      else expect((await create({ video: zoom })).data.video).toEqual(zoom);
    }
  });

  it('is not changed to one either, and can be changed away', async () => {
    const world = createWorld({ mode: 'live' });
    const { coach, create } = await online(world);
    const { data } = await create({});
    const update = (video: object | null) =>
      world.useCases.updateService(world.partner(), { coach, id: data.id, video: video as never });
    expect((await refusalOf(update(zoom))).code).toBe('VIDEO_NOT_CONNECTED');
    expect((await update({ provider: 'fixed', url: 'https://zoom.us/j/1' })).data.video).toBeDefined();
    expect((await update(null)).data.video).toBeUndefined();
  });

  it('R11 needs no account in mode test', async () => {
    const { create } = await online(createWorld());
    expect((await create({ video: zoom })).data.video).toEqual(zoom);
  });
});

describe('a way to meet', () => {
  it('is shown to the coach side where it is a room, or a provider with an account', async () => {
    const world = createWorld({ mode: 'live', recordAdapters: () => ({ zoom: connected, google_meet: missing }) });
    const { coach } = await online(world);
    const { data } = await world.useCases.getCoach(world.partner(), { coach });
    expect(data.videoProviders).toEqual(['fixed', 'jitsi', 'zoom']);
    expect(data.videoFallbackSet).toBe(false);
    const seen = (await world.useCases.getCoach(world.visitor(), { coach })).data;
    expect(seen).not.toHaveProperty('videoProviders');
    expect(seen).not.toHaveProperty('videoFallbackSet');
  });
});
