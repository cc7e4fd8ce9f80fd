import type { RequestHandler } from 'express';
import { twilioHook } from './adapters/sms/twilio-hook.ts';
import { googleHook } from './adapters/google/google-hook.ts';
import { microsoftHook } from './adapters/microsoft/microsoft-hook.ts';
import { zoomHook } from './adapters/zoom/zoom-hook.ts';
import { calendarFeedFile } from './adapters/http/calendar-feed-file.ts';
import { coachPhotoFile } from './adapters/http/coach-photo-file.ts';
import type { Core } from './application/ports/core.ts';
import type { Deps } from './application/ports/deps.ts';

/**
 * Returns what programs of others call: providers that report, programs that read calendar feeds, and pages that show
 * photos.
 */
export function composeHooks(deps: Deps, core: Core): RequestHandler[] {
  return [
    twilioHook(deps),
    googleHook(deps),
    microsoftHook(deps),
    zoomHook(core),
    calendarFeedFile(core),
    coachPhotoFile(core),
  ];
}
