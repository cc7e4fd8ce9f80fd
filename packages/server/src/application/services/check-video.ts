import { readCoach } from '../coach-head/read-coach.ts';
import { checkVideoConnected, type VideoProvidersNeeds } from '../coach-head/video-providers.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import type { Core } from '../ports/core.ts';

export type CheckVideoNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers'> & VideoProvidersNeeds;

/** Throws VIDEO_NOT_CONNECTED where a service is to meet at a provider without an account there. */
export async function checkVideoOf(
  core: CheckVideoNeeds,
  context: Context,
  coach: string,
  video: InputOf<'updateService'>['video'],
): Promise<void> {
  if (!video) return;
  const { head } = await readCoach(core, context, coach);
  const { partnerId, mode, id: coachId } = head;
  await checkVideoConnected(core, { partnerId, mode, coachId }, video);
}
