import type { components } from '@coach-booking/contract/types';
import type { LocationKind } from '../../domain/booking/booking.ts';
import type { MadeVideo, ServiceVideo, VideoRoom } from '../../domain/video/video.ts';
import { inputRefusal } from '../kernel/scope.ts';

type Input = components['schemas']['ServiceVideoInput'];

const isHttps = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
};

/** Returns a room as it is stored. Throws INVALID_REQUEST for one that is not an https address. */
export function checkedRoom(provider: VideoRoom['provider'], url: string | undefined, path: string): VideoRoom {
  if (url === undefined || !isHttps(url))
    throw inputRefusal(`${path}.url`, 'Must be an https address, without a user or a password.');
  const { origin, pathname, href } = new URL(url);
  // The name of a room is put behind the address of a server.
  return { provider, url: provider === 'jitsi' ? `${origin}${pathname}`.replace(/[/]+$/, '') : href };
}

/** Returns meetings that a provider makes, as they are stored. */
const checkedMade = (provider: MadeVideo['provider'], { url, settings, fallback }: Input): MadeVideo => {
  if (url !== undefined) throw inputRefusal('video.url', 'Only `fixed` and `jitsi` have an address.');
  if (settings && provider !== 'zoom') throw inputRefusal('video.settings', 'Only `zoom` has settings.');
  return {
    provider,
    ...(settings && { settings: { ...settings } }),
    ...(fallback && { fallback: checkedRoom(fallback.provider, fallback.url, 'video.fallback') }),
  };
};

/**
 * Returns the video of a service as it is stored. Throws INVALID_REQUEST for a room that is not an https address, for
 * fields that its provider does not have, and for a service in person.
 */
export function checkedVideo(input: Input, locationKind: LocationKind): ServiceVideo {
  if (locationKind !== 'online') throw inputRefusal('video', 'Only online services have a video link.');
  const { provider, url, settings, fallback } = input;
  if (provider === 'zoom' || provider === 'google_meet') return checkedMade(provider, input);
  if (settings) throw inputRefusal('video.settings', 'Only `zoom` has settings.');
  if (fallback) throw inputRefusal('video.fallback', 'Only `zoom` and `google_meet` can need one.');
  return checkedRoom(provider, url, 'video');
}
