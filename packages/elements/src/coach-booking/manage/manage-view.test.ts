import { expect } from '@open-wc/testing';
import { fakeManaging } from '../../../test/fake-flow.ts';
import { connections, find, findAll, mount, textOf } from '../../../test/mount.ts';
import { manageStates, problem } from '../../../test/states.ts';

const manage = { 'manage-token': 'token', coach: '' };
const { booking, moving, saving, cancelled, over, gone, moved } = manageStates;

describe('managing a booking', () => {
  it('needs no coach, only the token', async () => {
    await mount(fakeManaging(booking), manage);
    expect(connections.made[0]).to.include({ manageToken: 'token', coach: '' });
  });

  it('shows time, place, service and attendee, and the buttons to move and to cancel', async () => {
    const element = await mount(fakeManaging(booking), manage);
    for (const text of [
      'Tuesday, April 11, 2028',
      '9:00 AM – 10:00 AM',
      'Strength session',
      'In person',
      'Ana Diaz',
      'Choose another time',
      'Cancel this booking',
    ])
      expect(textOf(element)).to.contain(text);
  });

  it('moves the booking to a chosen time after a confirmation', async () => {
    const flow = fakeManaging(booking);
    const element = await mount(flow, manage);
    find(element, '.ways .go').click();
    flow.set({ ...moving, slot: null });
    await element.updateComplete;
    find(element, '[part~="slot-available"]').click();
    expect(flow.asked('chooseSlot')).to.have.length(1);
    flow.set(moving);
    await element.updateComplete;
    const agree = find(element, '.agree .go');
    expect(agree.textContent).to.contain('10:30');
    agree.click();
    expect(flow.calls.map(([intent]) => intent)).to.deep.equal(['start', 'startMoving', 'chooseSlot', 'confirmMove']);
  });

  it('R19 explains before the move that the coach has to agree, and that the old time is released meanwhile', async () => {
    const element = await mount(fakeManaging(manageStates.movingAsking), manage);
    expect(textOf(element)).to.contain('has to agree to the new time').and.contain('given up at once');
    expect(textOf(await mount(fakeManaging(moving), manage))).not.to.contain('given up');
  });

  it('R19 shows after the move that the coach has to agree', async () => {
    const text = textOf(await mount(fakeManaging(manageStates.movedAsking), manage));
    expect(text).to.contain('Your request is with').and.not.contain('Your booking was moved.');
  });

  it('sends a move once', async () => {
    const flow = fakeManaging(saving);
    const element = await mount(flow, manage);
    find(element, '.agree .go').click();
    find(element, '.agree .link').click();
    expect(flow.calls.map(([intent]) => intent)).to.deep.equal(['start']);
  });

  it('cancels the booking only after a second confirmation', async () => {
    const flow = fakeManaging(booking);
    const element = await mount(flow, manage);
    find(element, '.ways .link').click();
    await element.updateComplete;
    expect(flow.asked('cancel')).to.have.length(0);
    expect(element.shadowRoot!.activeElement?.id).to.equal('ask');
    find(element, '.danger').click();
    expect(flow.asked('cancel')).to.have.length(1);
  });

  it('keeps the booking when the visitor declines', async () => {
    const flow = fakeManaging(booking);
    const element = await mount(flow, manage);
    find(element, '.ways .link').click();
    await element.updateComplete;
    find(element, '.problem .link').click();
    await element.updateComplete;
    expect(findAll(element, '.danger')).to.have.length(0);
    expect(flow.asked('cancel')).to.have.length(0);
  });

  for (const [name, state, text] of [
    ['was moved', moved, 'Your booking was moved.'],
    ['is cancelled', cancelled, 'This booking is cancelled.'],
    ['is over', over, 'This booking can no longer be changed.'],
    ['has no booking', gone, 'This link opens no booking.'],
  ] as const)
    it(`shows when it ${name}`, async () => {
      const element = await mount(fakeManaging(state), manage);
      expect(textOf(element)).to.contain(text);
      expect(findAll(element, '.ways')).to.have.length(name === 'was moved' ? 1 : 0);
    });

  it('R25 shows that a request which was not confirmed in time has expired', async () => {
    const element = await mount(fakeManaging(manageStates.expired), manage);
    expect(textOf(element)).to.contain('not confirmed in time').and.not.contain('is cancelled');
    expect(findAll(element, '.ways')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('shows what went wrong beside the booking', async () => {
    const element = await mount(fakeManaging({ ...booking, problem: problem('offline') }), manage);
    expect(find(element, '[role="alert"]').textContent).to.contain('The booking service cannot be reached');
    expect(textOf(element)).to.contain('Ana Diaz');
  });

  it('S22 makes a new link on request, and explains that the old one no longer works', async () => {
    const flow = fakeManaging(booking);
    const element = await mount(flow, manage);
    [...findAll(element, 'button')].find((button) => button.textContent.includes('Make a new link'))!.click();
    expect(flow.asked('renewLink')).to.have.length(1);
    flow.set({ ...booking, newLink: 'https://book.example/manage/new' });
    await element.updateComplete;
    expect(textOf(element)).to.contain('works no longer');
    expect((find(element, 'a[href="https://book.example/manage/new"]') as HTMLAnchorElement).textContent).to.contain(
      'manage/new',
    );
    await expect(element).to.be.accessible();
  });

  it('S22 keeps a long new link within a narrow frame', async () => {
    const newLink = `https://book.example/manage/bt_${'8c1f0a2b'.repeat(12)}`;
    const element = await mount(fakeManaging({ ...booking, newLink }), manage);
    element.style.width = '300px';
    await element.updateComplete;
    const { left, right } = find(element, `a[href="${newLink}"]`).getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    expect(left).to.be.at.least(frame.left);
    expect(right).to.be.at.most(frame.right);
  });
});
