import { calendarPictures, fakeCalendarFlow } from '../../../packages/elements/test/calendar-states.ts';
import { stageClient } from '../../../packages/elements/test/client-stage.ts';
import { clientViews } from '../../../packages/elements/test/client-states.ts';
import { mountCalendar } from '../../../packages/elements/test/mount-calendar.ts';
import { panelPictures } from '../../../packages/elements/test/panel-pictures.ts';
import { stagePanel } from '../../../packages/elements/test/panel-stage.ts';
import { each } from '../each.ts';

/** Returns the whole page's width, so that a narrow page shows a narrow calendar. */
const width = () => document.body.clientWidth;

export const calendar = each(calendarPictures, (state, appearance) =>
  mountCalendar(fakeCalendarFlow(state), { ...appearance }, width()),
);
export const client = each(clientViews, (view, appearance) => stageClient(view, { ...appearance }, { width: width() }));
export const panels = each(
  Object.fromEntries(panelPictures.map((picture) => [picture[0], picture])),
  ([, panel, state], appearance) => stagePanel(panel, state, appearance),
);
