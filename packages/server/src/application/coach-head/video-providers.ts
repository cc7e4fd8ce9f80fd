import { MEETING_PROVIDERS, type MeetingProvider } from '../../domain/external-record/external-record.ts';
import { ROOM_PROVIDERS, type VideoProvider } from '../../domain/video/video.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';
import type { HostQuery } from '../ports/external-record-adapters.ts';

export type VideoProvidersNeeds = Pick<Core, 'recordAdapters'>;

/** Meetings of mode test are made up, and need no account. R11. */
const isConnected = async ({ recordAdapters }: VideoProvidersNeeds, host: HostQuery, provider: MeetingProvider) =>
  host.mode === 'test' || !!(await recordAdapters(host.mode)[provider]?.accountOf(host));

/** Returns how services of a coach can meet: in rooms, and at providers at which the coach has an account. */
export async function videoProvidersOf(core: VideoProvidersNeeds, host: HostQuery): Promise<VideoProvider[]> {
  const made = await Promise.all(
    MEETING_PROVIDERS.map(async (one) => ((await isConnected(core, host, one)) ? [one] : [])),
  );
  return [...ROOM_PROVIDERS, ...made.flat()];
}

/** Throws VIDEO_NOT_CONNECTED for a provider of meetings at which the coach has no account. */
export async function checkVideoConnected(
  core: VideoProvidersNeeds,
  host: HostQuery,
  sent: { readonly provider: VideoProvider } | null | undefined,
): Promise<void> {
  const provider = MEETING_PROVIDERS.find((one) => one === sent?.provider);
  if (!provider || (await isConnected(core, host, provider))) return;
  throw new Refusal(
    'VIDEO_NOT_CONNECTED',
    `This coach has no account at ${provider}: connect one first, or set up an app for all coaches of the partner.`,
  );
}
