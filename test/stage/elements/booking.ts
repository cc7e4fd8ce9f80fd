import { fakeBooking, fakeManaging } from '../../../packages/elements/test/fake-flow.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { bookingStates, manageStates } from '../../../packages/elements/test/states.ts';
import { each } from '../each.ts';

export const booking = each(bookingStates, (state, look) => mount(fakeBooking(state), { ...look }));
export const manage = each(manageStates, (state, look) => mount(fakeManaging(state), { ...look }));
