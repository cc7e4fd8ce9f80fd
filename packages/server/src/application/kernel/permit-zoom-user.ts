import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';

/**
 * Throws NOT_PERMITTED_FIELD where a coach or their staff names the Zoom user who hosts: the host's link of a meeting
 * begins it in that user's name, so coaches would choose whose name they use.
 */
export function permitZoomUser({ caller }: Context, zoomUser: string | null | undefined): void {
  if (zoomUser === undefined || caller.kind === 'secret') return;
  if (caller.kind === 'session' && caller.role === 'admin') return;
  const problems = [{ path: 'zoomUser', message: 'Only an admin or the partner’s server may send this field.' }];
  throw new Refusal('NOT_PERMITTED_FIELD', 'zoomUser is for admins and the partner’s server.', { problems });
}
