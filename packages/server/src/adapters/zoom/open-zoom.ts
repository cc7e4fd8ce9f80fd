import { countMeeting, type CountMeetingNeeds } from '../../application/meeting-hosts/count-meeting.ts';
import {
  loseZoom,
  zoomAccountOf,
  zoomTokenOf,
  type ZoomHostNeeds,
  type ZoomTokenNeeds,
} from '../../application/meeting-hosts/zoom-host.ts';
import { createZoomRest } from './zoom-rest.ts';
import { createZoom, type Zoom } from './zoom.ts';

/** Creates the meetings at Zoom of all partners. */
export function openZoom(core: ZoomHostNeeds & ZoomTokenNeeds & CountMeetingNeeds): Zoom {
  return createZoom({
    rest: createZoomRest(core, core.providers.siteOf('zoom').api),
    accountOf: (query) => zoomAccountOf(core, query),
    tokenOf: (account, refused) => zoomTokenOf(core, account, refused),
    lose: (account, token, code) => loseZoom(core, account, token, code),
    count: (account) => countMeeting(core, account),
  });
}
