import type { components } from '@coach-booking/contract/types';
import type { LocationKind } from '../../domain/booking/booking.ts';
import type { ServiceVideo } from '../../domain/video/video.ts';
import { inputRefusal } from '../kernel/scope.ts';

type Input = components['schemas']['ServiceVideoInput'];

const isHttps = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
};

/**
 * Returns the video of a service as it is stored. Throws INVALID_REQUEST for one that is not an https address, and for
 * one of a service in person.
 */
export function checkedVideo({ provider, url }: Input, locationKind: LocationKind): ServiceVideo {
  if (locationKind !== 'online') throw inputRefusal('video', 'Only online services have a video link.');
  if (!isHttps(url)) throw inputRefusal('video.url', 'Must be an https address, without a user or a password.');
  const { origin, pathname, href } = new URL(url);
  // The name of a room is put behind the address of a server.
  return { provider, url: provider === 'jitsi' ? `${origin}${pathname}`.replace(/[/]+$/, '') : href };
}
