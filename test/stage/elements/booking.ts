import { fakeBooking, fakeManaging } from '../../../packages/elements/test/fake-flow.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { bookingStates, manageStates } from '../../../packages/elements/test/states.ts';
import { each } from '../each.ts';

export const booking = each(bookingStates, (state, appearance) => mount(fakeBooking(state), { ...appearance }));
export const manage = each(manageStates, (state, appearance) => mount(fakeManaging(state), { ...appearance }));
