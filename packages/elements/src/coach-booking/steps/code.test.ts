import { aTimeout, expect } from '@open-wc/testing';
import type { BookingFlowState, IncentiveState } from '@coach-booking/sdk';
import type { CoachBooking } from '../coach-booking.ts';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { find, findAll, focused, mount } from '../../../test/mount.ts';
import { bookingStates } from '../../../test/states.ts';

const { details: typing, codeChecked, codeRefused, discounted } = bookingStates;

const partText = (element: CoachBooking, selector: string) =>
  find(element, selector).textContent.replace(/\s+/g, ' ').trim();

describe('a code for a lower price in the form', () => {
  for (const theme of ['light', 'dark'])
    it(`passes the accessibility check, closed, checked, refused and booked, ${theme}`, async () => {
      for (const state of [typing, codeChecked, codeRefused, discounted])
        await expect(await mount(fakeBooking(state), { theme })).to.be.accessible();
    });

  it('is closed until it is asked for, and is not offered where there is no price', async () => {
    const element = await mount(fakeBooking(typing));
    expect(find<HTMLDetailsElement>(element, '.code').open).to.equal(false);
    expect(partText(element, '.code summary')).to.equal('I have a code');
    const { price: _price, ...service } = typing.service!;
    const free = { amount: 0, currency: 'EUR' };
    for (const without of [service, { ...service, price: free }])
      expect(findAll(await mount(fakeBooking({ ...typing, service: without })), '.code')).to.have.length(0);
  });

  it('is passed on as it is typed, and stays open when it is taken out', async () => {
    const flow = fakeBooking(typing);
    const element = await mount(flow);
    find(element, '.code summary').click();
    const input = find<HTMLInputElement>(element, '#code');
    input.focus();
    input.value = 'cdfh';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    expect(flow.asked('setDetails')).to.deep.equal([[{ incentiveCode: 'cdfh' }]]);
    for (const incentiveCode of ['cdfh', '']) {
      flow.set({ details: { ...typing.details, incentiveCode } });
      await element.updateComplete;
      expect(find<HTMLDetailsElement>(element, '.code').open).to.equal(true);
      expect(focused(element)).to.equal(input);
    }
  });

  it('shows the price before and with it, and the price with it in the heading', async () => {
    const element = await mount(fakeBooking(codeChecked));
    expect(partText(element, '.lower')).to.equal('Price without the code: €75 Your price: €60');
    expect(partText(element, '.lower s')).to.equal('€75');
    expect(partText(element, '[part=price]')).to.equal('€60');
    const flow = fakeBooking({ ...codeChecked, incentive: { code: 'CDFHJKMN' } });
    expect(partText(await mount(flow), '.code + [role=status]')).to.equal('One moment…');
  });

  const reasons: Readonly<Record<NonNullable<IncentiveState['reason']>, string>> = {
    unknown: 'This code is not known here. Please check its letters.',
    other_person: 'This code is for another e-mail address than the one above.',
    expired: 'This code has ended.',
    other_service: 'This code is not for what you are booking.',
    no_price: 'This code is not for what you are booking.',
    used: 'This code has been used already.',
    limited: 'That was a lot of requests. Please wait a moment and try again.',
  };
  for (const [reason, text] of Object.entries(reasons))
    it(`explains at the field why it is refused: ${reason}`, async () => {
      const incentive = { code: 'CDFHJKMN', reason } as IncentiveState;
      const element = await mount(fakeBooking({ ...codeRefused, incentive }));
      const input = find(element, '#code');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(partText(element, `#${input.getAttribute('aria-describedby')}`)).to.equal(text);
      expect(partText(element, '[part=problem]')).to.contain('Your code does not work for this booking.');
    });

  it('is filled in by the page once, and the visitor can take it out', async () => {
    const flow = fakeBooking(typing);
    const element = await mount(flow, { 'incentive-code': 'CDFHJKMN' });
    await aTimeout(0);
    expect(flow.asked('setDetails')).to.deep.equal([[{ incentiveCode: 'CDFHJKMN' }]]);
    flow.set({ details: { ...typing.details, incentiveCode: '' } });
    await element.updateComplete;
    await aTimeout(0);
    expect(flow.asked('setDetails')).to.have.length(1);
    const other: BookingFlowState = { ...typing, details: { ...typing.details, incentiveCode: 'DDDDDDDD' } };
    const typed = fakeBooking(other);
    await mount(typed, { 'incentive-code': 'CDFHJKMN' });
    await aTimeout(0);
    expect(typed.asked('setDetails')).to.deep.equal([]);
  });

  it('stands beside the price of a booking', async () => {
    const element = await mount(fakeBooking(discounted));
    expect(partText(element, 'dl')).to.contain('Price€75 €60');
  });
});
