import { expect } from '@open-wc/testing';
import type { LinkAnswer } from '@coach-booking/sdk';
import { calendarProblem, calendarStates, oneOfEach } from '../../../test/calendar-states.ts';
import { stagePanel, type PanelStage } from '../../../test/panel-stage.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { linkFile } from '../panels/booking/link-section.ts';
import { linkTexts } from './texts.ts';

const eva = oneOfEach[4]!;
const link = {
  manageToken: 'bt_new',
  manageUrl: 'https://book.example/manage/bt_new',
  expiresAt: '2028-07-11T15:00:00Z',
};
const made: LinkAnswer = { link, problem: null };
const withdrawn: LinkAnswer = { link: null, problem: null };
const offline: LinkAnswer = {
  link: null,
  problem: calendarProblem('offline', { code: 'OFFLINE', intent: 'renewManageLink' }),
};

const within = (element: PanelStage) => element.renderRoot.querySelector<HTMLDetailsElement>('[part~="manage-link"]')!;
const buttons = (element: PanelStage) => [
  ...within(element).querySelectorAll<HTMLButtonElement>(':scope > .step > .ways > button'),
];
const shownText = (element: PanelStage) => within(element).textContent.replace(/\s+/g, ' ');

/** Returns the panel of a booking with the manage link open, on a flow with these answers. */
async function unfolded(answer: Promise<LinkAnswer> | LinkAnswer = made, more: { lang?: string; theme?: string } = {}) {
  const element = await stagePanel({ kind: 'booking', id: eva.id }, calendarStates.each, more);
  const asked: unknown[][] = [];
  Object.assign(element.flow, {
    changeManageLink: (...given: unknown[]) => (asked.push(given), Promise.resolve(answer)),
  });
  within(element).open = true;
  await waitUntil(() => buttons(element).length === 2, 'the file comes');
  const press = async (at: number) => {
    buttons(element)[at]!.click();
    await waitUntil(() => buttons(element)[0]!.getAttribute('aria-disabled') === 'false', 'it is answered');
  };
  return { element, asked, press };
}

describe('S22 the manage link in the panel of a booking', () => {
  for (const theme of ['light', 'dark'])
    for (const [name, answer, at] of [
      ['as it is folded out', made, null],
      ['with a new one', made, 0],
      ['withdrawn', withdrawn, 1],
      ['that could not be made', offline, 0],
    ] as const)
      it(`passes the accessibility check: ${name}, ${theme}`, async () => {
        const { element, press } = await unfolded(answer, { theme });
        if (at !== null) await press(at);
        await expect(element).to.be.accessible();
        for (const control of within(element).querySelectorAll('button, input, summary'))
          expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
      });

  it('explains the link before any request', async () => {
    const { element, asked } = await unfolded();
    expect(shownText(element)).to.contain('may see, move and cancel this booking');
    expect(buttons(element).map(({ textContent }) => textContent)).to.deep.equal([
      'Make a new manage link',
      'Withdraw the manage link',
    ]);
    expect(asked).to.deep.equal([]);
  });

  it('creates a new link and shows it once, with its last day', async () => {
    const { element, asked, press } = await unfolded();
    await press(0);
    expect(asked).to.deep.equal([[eva.id, 'renew']]);
    expect(shownText(element)).to.contain(
      `Send this one to ${eva.attendee.name}: it is shown only now. It works until Jul 11, 2028`,
    );
    expect(within(element).querySelector('input')!.value).to.equal(link.manageUrl);
    element.panel = { kind: 'booking', id: eva.id };
    element.requestUpdate();
    await element.updateComplete;
    expect(element.renderRoot.textContent).not.to.contain('shown only now');
    expect(element.renderRoot.querySelector('#manage-link')).to.equal(null);
  });

  it('revokes the link', async () => {
    const { element, asked, press } = await unfolded(withdrawn);
    await press(1);
    expect(asked).to.deep.equal([[eva.id, 'revoke']]);
    expect(shownText(element)).to.contain('There is none until you make a new one.');
    expect(within(element).querySelector('input')).to.equal(null);
  });

  it('sends one request while it waits, and does not move the focus', async () => {
    let answer!: (answer: LinkAnswer) => void;
    const { element, asked } = await unfolded(new Promise((resolve) => (answer = resolve)));
    buttons(element)[0]!.focus();
    buttons(element)[0]!.click();
    await element.updateComplete;
    for (const button of buttons(element)) button.click();
    expect(asked).to.have.length(1);
    expect(buttons(element)[0]!.textContent).to.equal('One moment…');
    expect(buttons(element).map((button) => button.getAttribute('aria-disabled'))).to.deep.equal(['true', 'true']);
    answer(made);
    await waitUntil(() => within(element).querySelector('input'));
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(buttons(element)[0]);
  });

  it('explains why the request failed, and shows nothing of the request before', async () => {
    const { element, press } = await unfolded(offline);
    await press(0);
    expect(within(element).querySelector('[role="alert"]')!.textContent).to.contain('The server cannot be reached');
    expect(shownText(element)).not.to.contain('no longer');
  });

  it('copies the link; where the browser refuses, the link is selected and a text shows that', async () => {
    const { writeText } = navigator.clipboard;
    const { element, press } = await unfolded();
    await press(0);
    const copy = () => within(element).querySelector<HTMLButtonElement>('[part~="copy"]')!.click();
    try {
      let copied = '';
      navigator.clipboard.writeText = async (text) => void (copied = text);
      copy();
      await waitUntil(() => shownText(element).includes('Copied.'));
      expect(copied).to.equal(link.manageUrl);
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      copy();
      await waitUntil(() => shownText(element).includes('does not let us'));
      expect(within(element).querySelector('input')!.selectionEnd).to.equal(link.manageUrl.length);
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('shows that its file could not be loaded, and loads it again on request', async () => {
    const { load } = linkFile;
    linkFile.load = () => Promise.reject(new Error('no network'));
    try {
      const element = await stagePanel({ kind: 'booking', id: eva.id }, calendarStates.each);
      within(element).open = true;
      await waitUntil(() => within(element).querySelector('.problem'));
      linkFile.load = load;
      within(element).querySelector('button')!.click();
      await waitUntil(() => buttons(element).length === 2, 'the file comes');
    } finally {
      linkFile.load = load;
    }
  });

  it('speaks five languages', async () => {
    const names = Object.keys(linkTexts('en')).sort();
    for (const lang of ['de', 'es', 'fr', 'ar']) {
      const texts = linkTexts(`${lang}-XX`);
      expect(Object.keys(texts).sort()).to.deep.equal(names);
      expect(texts.renew).not.to.equal(linkTexts('en').renew);
      for (const [name, held] of [
        ['made', '{name}'],
        ['until', '{until}'],
      ] as const)
        expect(texts[name]).to.contain(held);
    }
    expect(shownText((await unfolded(made, { lang: 'ar' })).element)).to.contain(linkTexts('ar').revoke);
  });
});
