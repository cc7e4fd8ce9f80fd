import { fakeBooking, fakeManaging } from '../../../packages/elements/test/fake-flow.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { bookingStates, manageStates } from '../../../packages/elements/test/states.ts';
import { mountSuggested, suggested } from '../../../packages/elements/test/suggested.ts';
import type { ElementStates } from '../element-states.ts';
import { each } from '../each.ts';

/** Suggested times: known, still asked for, and none. */
const suggestions = {
  suggested: async () => suggested,
  'suggested, asked for': () => new Promise<never>(() => undefined),
  'suggested, none': async () => [],
};

export const booking: ElementStates = {
  ...each(bookingStates, (state, appearance) => mount(fakeBooking(state), { ...appearance })),
  ...each(suggestions, async (answer, appearance) => {
    const { flow } = await mountSuggested(answer, { ...appearance, suggestions: '' });
    flow.set(bookingStates.slots);
  }),
};
export const manage = each(manageStates, (state, appearance) => mount(fakeManaging(state), { ...appearance }));
