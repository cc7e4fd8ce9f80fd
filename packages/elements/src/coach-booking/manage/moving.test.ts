import { expect } from '@open-wc/testing';
import { fakeManaging } from '../../../test/fake-flow.ts';
import { find, focused, mount, textOf } from '../../../test/mount.ts';
import { manageStates } from '../../../test/states.ts';

const manage = { 'manage-token': 'token', coach: '' };
const { booking, moving } = manageStates;

describe('moving a booking (A11)', () => {
  it('shows that a booking is being moved, and the time that it keeps until then', async () => {
    const element = await mount(fakeManaging(moving), manage);
    const present = find(element, '.who [part="chosen"]');
    expect(present.querySelector('h3')!.textContent).to.equal('Choose another time');
    expect(present.textContent.replaceAll('\u202f', ' '))
      .to.contain('Your time now:')
      .and.contain('Tuesday, April 11, 2028')
      .and.contain('9:00 AM – 10:00 AM');
    expect(textOf(await mount(fakeManaging(booking), manage))).not.to.contain('Your time now');
    await expect(element).to.be.accessible();
  });

  it('moves the focus to the button that confirms, whose name is the chosen time', async () => {
    const flow = fakeManaging({ ...moving, slot: null });
    const element = await mount(flow, manage);
    flow.on('chooseSlot', () => flow.set({ slot: moving.slot }));
    const slot = find(element, `[data-start="${moving.slot.start}"]`);
    slot.focus();
    slot.click();
    await element.updateComplete;
    expect(focused(element)!.textContent).to.contain('Move to Tue, Apr 11');
  });

  it('leaves the focus where it is when only the zone changes', async () => {
    const flow = fakeManaging(moving);
    const element = await mount(flow, manage);
    find(element, '#zone').focus();
    flow.set({ slot: { ...moving.slot }, slots: { ...moving.slots, timeZone: 'Asia/Tokyo' } });
    await element.updateComplete;
    expect(focused(element)!.id).to.equal('zone');
  });
});
