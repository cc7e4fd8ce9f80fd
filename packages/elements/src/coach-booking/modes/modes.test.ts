import { expect, html, oneEvent } from '@open-wc/testing';
import { fakeBooking } from '../../../test/fake-flow.ts';
import { inMode, mountMode, widgetIn } from '../../../test/mount-mode.ts';
import { connections, find, findAll, mount } from '../../../test/mount.ts';
import { bookingStates, manageStates } from '../../../test/states.ts';
import { fakeManaging } from '../../../test/fake-flow.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { enModes } from '../../translations/en-modes.ts';
import type { CoachBooking } from '../coach-booking.ts';
import { PARTS } from './parts.ts';

const { slots, details, confirmed } = bookingStates;
const dialogOf = (element: CoachBooking) => inMode<HTMLDialogElement>(element, 'dialog');
const escape = (element: Element) =>
  element.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
  );

/** Returns the element with its dialog open on the form, into which something was typed. */
async function typing() {
  const flow = fakeBooking(slots);
  const element = await mountMode(flow);
  inMode(element, '[part="opener"]').click();
  const widget = await widgetIn(element);
  flow.set(details);
  await widget.updateComplete;
  const input = find<HTMLInputElement>(widget, 'input');
  input.focus();
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  return { flow, element, widget, input };
}

describe('<coach-booking mode="button">', () => {
  it('passes the accessibility check closed, open and while it asks', async () => {
    const { element, widget } = await typing();
    await expect(element).to.be.accessible();
    escape(widget);
    await expect(element).to.be.accessible();
    inMode(element, '.ask .ways button + button').click();
    await expect(element).to.be.accessible();
  });

  it('requests nothing until its button is pressed, then shows the widget with the attributes it was given', async () => {
    const element = await mountMode(fakeBooking(slots), { service: 'strength-60', 'prefill-name': 'Ana' });
    expect(connections.made).to.have.length(0);
    expect(inMode(element, '[part="opener"]').textContent).to.contain(enModes.modeOpen);
    setTimeout(() => inMode(element, '[part="opener"]').click());
    await oneEvent(element, 'coach-open');
    const widget = await widgetIn(element);
    expect(dialogOf(element).open).to.equal(true);
    expect(element.hasAttribute('open')).to.equal(true);
    expect(connections.made).to.have.length(1);
    expect(connections.made[0]).to.deep.include({ coach: 'coach-a', service: 'strength-60' });
    expect(connections.made[0]!.prefill).to.include({ name: 'Ana' });
    expect(widget.shadowRoot!.textContent).to.contain('Coach A');
  });

  it('passes on what was set as a property alone', async () => {
    const element = await mountMode(fakeBooking(slots), { coach: '' });
    element.coach = 'coach-b';
    element.toggleAttribute('open', true);
    await widgetIn(element);
    expect(connections.made[0]).to.include({ coach: 'coach-b' });
  });

  it('puts the focus on the title, and returns it to the button', async () => {
    const element = await mountMode(fakeBooking(slots));
    const button = inMode(element, '[part="opener"]');
    button.focus();
    button.click();
    await widgetIn(element);
    expect(element.shadowRoot!.activeElement?.id).to.equal('title');
    expect(inMode(element, '#title').textContent).to.equal(enModes.modeOpen);
    setTimeout(() => inMode(element, '[part="dialog-close"]').click());
    const { detail } = (await oneEvent(element, 'coach-close')) as CustomEvent;
    expect(detail).to.deep.equal({ booked: false });
    expect(dialogOf(element).open).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(element.shadowRoot!.querySelector('coach-booking')).to.equal(null);
  });

  it('ends the run when it is closed, which lets a kept time go', async () => {
    const flow = fakeBooking(slots);
    const element = await mountMode(flow);
    inMode(element, '[part="opener"]').click();
    escape(await widgetIn(element));
    await waitUntil(() => flow.asked('stop').length === 1, 'the run ends');
  });

  it('keeps the page beneath from scrolling while it is open, and leaves its styles as they were', async () => {
    document.documentElement.style.overflow = 'clip';
    const element = await mountMode(fakeBooking(slots));
    inMode(element, '[part="opener"]').click();
    await widgetIn(element);
    expect(document.documentElement.style.overflow).to.equal('hidden');
    element.remove();
    await waitUntil(() => document.documentElement.style.overflow === 'clip', 'the page scrolls again');
    document.documentElement.removeAttribute('style');
  });

  it('asks before it closes when something was typed, and goes on where the visitor was', async () => {
    const { element, widget, input } = await typing();
    escape(widget);
    expect(dialogOf(element).open).to.equal(true);
    const ask = inMode(element, '[role="alertdialog"]');
    expect(ask.textContent).to.contain(enModes.leaveAsk);
    expect(element.shadowRoot!.activeElement?.textContent).to.equal(enModes.leaveNo);
    inMode(element, '.ask .go').click();
    expect(widget.shadowRoot!.activeElement).to.equal(input);
    escape(widget);
    inMode(element, '.ask .go + button').click();
    expect(dialogOf(element).open).to.equal(false);
  });

  it('returns from the question by Escape, and asks again at the next', async () => {
    const { element, widget } = await typing();
    escape(widget);
    escape(inMode(element, '.ask button'));
    expect(element.shadowRoot!.querySelector('.ask')).to.equal(null);
    expect(dialogOf(element).open).to.equal(true);
    escape(widget);
    expect(element.shadowRoot!.querySelector('.ask')).not.to.equal(null);
  });

  it('asks nothing once it is booked, and reports that', async () => {
    const { flow, element, widget } = await typing();
    flow.set({ ...details, phase: 'confirming' });
    flow.set(confirmed);
    await widget.updateComplete;
    setTimeout(() => escape(widget));
    const { detail } = (await oneEvent(element, 'coach-close')) as CustomEvent;
    expect(detail).to.deep.equal({ booked: true });
  });

  it('opens and closes as the page sets `open`', async () => {
    const element = await mountMode(fakeBooking(slots), { open: '' });
    await widgetIn(element);
    element.removeAttribute('open');
    await waitUntil(() => !dialogOf(element).open, 'it closes');
    element.setAttribute('open', '');
    await widgetIn(element);
  });

  it('opens again after it was moved to another place', async () => {
    const element = await mountMode(fakeBooking(slots), {}, html`<section></section>`);
    inMode(element, '[part="opener"]').click();
    await widgetIn(element);
    element.parentElement!.querySelector('section')!.append(element);
    await waitUntil(() => !element.hasAttribute('open'), 'it closes');
    element.setAttribute('open', '');
    await widgetIn(element);
  });

  it('speaks the language of the page', async () => {
    const element = await mountMode(fakeBooking(slots), { lang: 'de' });
    await waitUntil(() => inMode(element, '[part="opener"]').textContent.includes('Termin buchen'), 'German comes');
  });

  it('shows a booking by its token, too', async () => {
    const element = await mountMode(fakeManaging(manageStates.booking), { 'manage-token': 'token', coach: '' });
    inMode(element, '[part="opener"]').click();
    await widgetIn(element);
    expect(connections.made[0]).to.include({ manageToken: 'token' });
  });
});

describe('the element of the page that opens the dialog', () => {
  const link = html`<a class="book" href="/book/coach-a"><b>Book</b></a>`;

  it('opens by any element that the selector matches, and leads nowhere', async () => {
    const element = await mountMode(fakeBooking(slots), { opener: '.book' }, link);
    expect(element.shadowRoot!.querySelector('[part="opener"]')).to.equal(null);
    expect(element.getBoundingClientRect().height).to.equal(0);
    const opener = document.querySelector<HTMLElement>('.book')!;
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    opener.firstElementChild!.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    escape(await widgetIn(element));
    expect(document.activeElement).to.equal(opener);
  });

  it('lets a link open in another tab', async () => {
    const element = await mountMode(fakeBooking(slots), { opener: '.book' }, link);
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
    // The test stays on its page.
    addEventListener('click', (event) => event.preventDefault(), { once: true });
    document.querySelector('.book')!.dispatchEvent(click);
    expect(dialogOf(element).open).to.equal(false);
  });

  it('is let go when the element leaves the page', async () => {
    const element = await mountMode(fakeBooking(slots), { opener: '.own' }, html`<button class="own">Book</button>`);
    element.remove();
    document.querySelector<HTMLElement>('.own')!.click();
    expect(dialogOf(element).open).to.equal(false);
  });
});

describe('<coach-booking mode="floating">', () => {
  it('passes the accessibility check, at the lower end corner of the window', async () => {
    const element = await mountMode(fakeBooking(slots), { mode: 'floating', label: 'Try a session' });
    await expect(element).to.be.accessible();
    const { right, bottom } = inMode(element, '.floats').getBoundingClientRect();
    expect([innerWidth - right, innerHeight - bottom].map(Math.round)).to.deep.equal([16, 16]);
    expect(inMode(element, '.floats').textContent).to.equal('Try a session');
  });

  it('stands at the other corner where one writes from the right', async () => {
    const element = await mountMode(fakeBooking(slots), { mode: 'floating', lang: 'ar' });
    await waitUntil(() => Math.round(inMode(element, '.floats').getBoundingClientRect().left) === 16, 'Arabic comes');
  });

  it('stays in the window whatever transforms or clips the page has around it', async () => {
    const element = await mountMode(fakeBooking(slots), { mode: 'floating' });
    element.parentElement!.setAttribute(
      'style',
      'transform: scale(0.5); overflow: hidden; height: 1px; contain: paint',
    );
    const { bottom, height } = inMode(element, '.floats').getBoundingClientRect();
    expect(Math.round(innerHeight - bottom)).to.equal(16);
    expect(height).to.be.at.least(48);
  });

  it('opens the dialog, with everything in it inside the window and no wider than it', async () => {
    const element = await mountMode(fakeBooking(slots), { mode: 'floating' });
    inMode(element, '.floats').click();
    const widget = await widgetIn(element);
    const box = dialogOf(element).getBoundingClientRect();
    expect([box.left >= 0, box.right <= innerWidth, box.top >= 0, box.bottom <= innerHeight]).not.to.include(false);
    for (const one of findAll(widget, 'button, h3'))
      expect(one.getBoundingClientRect().right, one.outerHTML).to.be.at.most(box.right);
  });
});

describe('the page around a dialog', () => {
  it('reaches neither the button nor the dialog with its rules', async () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    const element = await mountMode(fakeBooking(slots));
    inMode(element, '[part="opener"]').click();
    await widgetIn(element);
    const look = () =>
      ['[part="opener"]', 'dialog', '[part="dialog-close"]', '#title'].map((selector) => {
        const { display, color, fontSize, position, opacity } = getComputedStyle(inMode(element, selector));
        return [display, color, fontSize, position, opacity].join();
      });
    const before = look();
    sheet.replaceSync(
      'html { font-size: 40px } * { color: red !important; letter-spacing: 4px !important } dialog, button, h2, coach-booking { display: none !important; opacity: 0 !important; position: static !important }',
    );
    expect(look()).to.deep.equal(before);
    document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1);
  });

  it('styles the parts of the widget in a dialog as it does without one', async () => {
    const states = [
      ...Object.values(bookingStates).map(fakeBooking),
      ...Object.values(manageStates).map((state) => fakeManaging(state)),
    ];
    const drawn = new Set<string>();
    for (const state of states)
      for (const one of findAll(await mount(state), '[part]')) for (const part of one.part) drawn.add(part);
    expect([...drawn].filter((part) => !PARTS.some((known) => known === part))).to.deep.equal([]);
  });
});
