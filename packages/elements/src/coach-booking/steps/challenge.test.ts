import { aTimeout, expect } from '@open-wc/testing';
import type { BookingFlowState } from '@coach-booking/sdk';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { click, find, focused, mount, textOf } from '../../../test/mount.ts';
import { bookingStates } from '../../../test/states.ts';
import { waitUntil } from '../../../test/wait-until.ts';

type Options = Record<string, unknown> & {
  callback(token: string): void;
  'expired-callback'(): void;
  'error-callback'(): unknown;
};
const page = globalThis as unknown as Record<string, unknown>;
const asking: BookingFlowState = { ...bookingStates.details, challenge: { provider: 'hcaptcha', siteKey: 'site' } };

/** Puts a provider's script on the page that draws a checkbox, as the real ones do. */
function provide(provider: 'hcaptcha' | 'turnstile' = 'hcaptcha') {
  const rendered: Options[] = [];
  const did: string[] = [];
  page[provider] = {
    render(place: HTMLElement, options: Options) {
      rendered.push(options);
      const box = document.createElement('button');
      box.textContent = 'I am human';
      place.append(box);
      return 'w1';
    },
    reset: (widget: string) => did.push(`reset ${widget}`),
    remove: (widget: string) => did.push(`remove ${widget}`),
  };
  return { rendered, did };
}

async function shown(
  state = asking,
  attributes: Record<string, string> = {},
  provider: 'hcaptcha' | 'turnstile' = 'hcaptcha',
) {
  const fake = provide(provider);
  const flow = fakeBooking(state);
  const element = await mount(flow, attributes);
  await waitUntil(() => fake.rendered.length === 1, 'the provider is asked');
  await element.updateComplete;
  return { ...fake, flow, element, options: fake.rendered[0]! };
}

afterEach(() => {
  delete page.hcaptcha;
  delete page.turnstile;
});

describe('S7 a challenge in the form', () => {
  for (const theme of ['light', 'dark'])
    it(`passes the accessibility check while it is asked, expired and failed, ${theme}`, async () => {
      const { element, options } = await shown(asking, { theme });
      await expect(element).to.be.accessible();
      options['expired-callback']();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      options['error-callback']();
      await element.updateComplete;
      await expect(element).to.be.accessible();
      expect(find(element, '#challenge button').getBoundingClientRect().height).to.be.at.least(44);
    });

  it('puts the challenge into the element, between the last field and the button', async () => {
    const { element } = await shown();
    const place = element.querySelector('[slot=challenge]')!;
    expect(place.textContent).to.equal('I am human');
    const slot = find<HTMLSlotElement>(element, 'slot[name=challenge]');
    expect(slot.assignedElements()).to.deep.equal([place]);
    const order = (one: string) => slot.compareDocumentPosition(find(element, one));
    expect(order('#notes') & Node.DOCUMENT_POSITION_PRECEDING).to.be.ok;
    expect(order('button[type=submit]') & Node.DOCUMENT_POSITION_FOLLOWING).to.be.ok;
  });

  it('speaks the language of the widget and is as dark', async () => {
    const german = await shown(asking, { lang: 'de', theme: 'dark' });
    expect(german.options).to.include({ sitekey: 'site', hl: 'de', theme: 'dark' });
    expect(textOf(german.element)).to.include('Bitte zeigen Sie, dass Sie ein Mensch sind');
    german.element.remove();
    const state: BookingFlowState = { ...asking, challenge: { provider: 'turnstile', siteKey: 'site' } };
    const { options } = await shown(state, { theme: 'light' }, 'turnstile');
    expect(options).to.include({ sitekey: 'site', language: 'en', theme: 'light' });
  });

  it('passes the provider’s token to the flow, and removes it when it expires', async () => {
    const { flow, element, options } = await shown();
    options.callback('t1');
    flow.set({ challengeToken: 't1' });
    options['expired-callback']();
    await element.updateComplete;
    expect(flow.asked('setChallengeToken')).to.deep.include.members([['t1'], [undefined]]);
    expect(textOf(element)).to.include('The check has expired.');
  });

  it('shows the challenge again after an answer has used its token', async () => {
    const { flow, element, options, did } = await shown();
    options.callback('t1');
    flow.set({ challengeToken: 't1' });
    await element.updateComplete;
    expect(did).to.deep.equal([]);
    flow.set({ challengeToken: undefined });
    await element.updateComplete;
    await element.updateComplete;
    expect(did).to.deep.equal(['reset w1']);
  });

  it('removes the challenge with the form, and with the element', async () => {
    const { flow, element, did } = await shown();
    flow.set({ phase: 'slots' });
    await element.updateComplete;
    expect([element.querySelector('[slot=challenge]'), did]).to.deep.equal([null, ['remove w1']]);
    const second = await shown();
    second.element.remove();
    expect(second.did).to.deep.equal(['remove w1']);
  });

  it('shows that the challenge cannot be loaded, and loads it again without moving the focus', async () => {
    const first = await shown();
    first.options['error-callback']();
    await first.element.updateComplete;
    expect(textOf(first.element)).to.include('The check could not be loaded.');
    const { rendered } = provide();
    await click(first.element, '#challenge button');
    await waitUntil(() => rendered.length === 1, 'it is tried again');
    await first.element.updateComplete;
    expect(textOf(first.element)).not.to.include('could not be loaded');
    expect(focused(first.element)?.id).to.equal('challenge');
  });

  it('loads no script of a provider where no challenge is required', async () => {
    const element = await mount(fakeBooking(bookingStates.details));
    await aTimeout(0);
    expect(element.shadowRoot!.querySelector('#challenge, slot[name=challenge]')).to.equal(null);
    expect(document.querySelector('script[src*="captcha"], script[src*="turnstile"]')).to.equal(null);
  });
});
