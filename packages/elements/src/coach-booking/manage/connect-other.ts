import type { Run } from '../run.ts';
import type { ServerTime } from '../server-time.ts';
import type { Settings } from '../settings.ts';
import { connectManaging } from './connect-managing.ts';

/** Returns the run that is not a booking with one coach: that of manage mode, or of several coaches. */
export async function connectOther(settings: Settings, time: ServerTime): Promise<Run> {
  if (settings.manageToken) return connectManaging(settings, time);
  return (await import('../team/connect-team.ts')).connectTeam(settings, time);
}
