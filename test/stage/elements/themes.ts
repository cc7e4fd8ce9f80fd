import { fakeBooking } from '../../../packages/elements/test/fake-flow.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { bookingStates } from '../../../packages/elements/test/states.ts';
import { each } from '../each.ts';

const { slots } = bookingStates;

/** The sheet of a page around the widget, by the property that it shows (docs/widget.md). */
const sheets = {
  'as it comes': '',
  accent: '--coach-accent: #ffd400',
  'three colours': '--coach-background: #f4e8c8; --coach-text: #2b2013; --coach-accent: #a8432a',
  status: '--coach-available: #1d4ed8; --coach-booked: #7e22ce; --coach-unavailable: #52605d; --coach-break: #a23b00',
  radius: '--coach-radius: 0px',
  border: '--coach-border: #15211f; --coach-muted: #15211f',
};

/** The widget under the sheets of pages, and with the colour of a partner. */
export const themes = {
  ...each(sheets, (style, appearance) => mount(fakeBooking(slots), { ...appearance, style })),
  ...each({ 'colour of the partner': { name: 'Harbour Strength', accent: '#ffd400' } }, (branding, appearance) =>
    mount(fakeBooking({ ...slots, branding }), { ...appearance }),
  ),
};
