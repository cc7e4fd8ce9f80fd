import { expect } from '@open-wc/testing';
import { drawComponents, uiStates, type Components } from '../../test/ui-stage.ts';

const inShadow = (page: Components, selector: string) => page.renderRoot.querySelector<HTMLElement>(selector)!;
const key = (target: Element, name: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
const focused = (page: Components) => page.shadowRoot!.activeElement;

let page: Components;
const open = async (state: string, theme: 'light' | 'dark' = 'light', lang = 'en') => {
  page = await drawComponents(state, theme, lang);
  await page.updateComplete;
  return page;
};

afterEach(() => page.remove());

for (const theme of ['light', 'dark'] as const)
  describe(`the components are accessible, ${theme}`, () => {
    beforeEach(() => {
      document.documentElement.style.colorScheme = theme;
      document.body.style.background = theme === 'dark' ? '#0b0f11' : '#f3f6f5';
    });
    afterEach(() => {
      document.documentElement.style.colorScheme = '';
      document.body.style.background = '';
    });

    for (const state of Object.keys(uiStates))
      it(`passes the accessibility check: ${state}`, async () => {
        await expect(await open(state, theme)).to.be.accessible();
      });
  });

describe('a dialog', () => {
  it('opens once it is drawn, modal, and closes by its button', async () => {
    await open('dialog');
    const dialog = inShadow(page, 'dialog') as HTMLDialogElement;
    expect(dialog.matches(':modal')).to.equal(true);
    dialog.querySelector<HTMLElement>('header button')!.click();
    await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
    await page.updateComplete;
    expect(inShadow(page, 'dialog')).to.equal(null);
  });

  it('gives the focus back to where it was when its owner draws it no more', async () => {
    await open('dialog');
    page.open(false);
    await page.updateComplete;
    const before = inShadow(page, 'button');
    before.focus();
    before.click();
    await page.updateComplete;
    await Promise.resolve();
    expect(inShadow(page, 'dialog').contains(focused(page))).to.equal(true);
    page.open(false);
    await page.updateComplete;
    await Promise.resolve();
    expect(focused(page)).to.equal(before);
  });
});

describe('a side sheet', () => {
  it('fills the height of the page and stands where lines end', async () => {
    await open('side sheet');
    const { top, right, height } = inShadow(page, 'dialog').getBoundingClientRect();
    expect([top, right, height]).to.deep.equal([0, innerWidth, innerHeight]);
  });
});

describe('a menu', () => {
  it('opens below its button with the focus on its first entry, and moves through them', async () => {
    await open('menu');
    const items = [...page.renderRoot.querySelectorAll('[role=menuitem]')];
    const opened = inShadow(page, '.menu-list');
    if (focused(page) !== items[0])
      await new Promise((toggled) => opened.addEventListener('toggle', toggled, { once: true }));
    expect(focused(page)).to.equal(items[0]);
    expect(opened.getBoundingClientRect().top).to.be.at.least(
      inShadow(page, '[popovertarget]').getBoundingClientRect().bottom,
    );
    key(focused(page)!, 'ArrowDown');
    expect(focused(page)).to.equal(items[1]);
    key(focused(page)!, 'End');
    expect(focused(page)).to.equal(items.at(-1));
    key(focused(page)!, 'ArrowDown');
    expect(focused(page)).to.equal(items[0]);
    key(focused(page)!, 'ArrowUp');
    expect(focused(page)).to.equal(items.at(-1));
  });

  it('closes when an entry is chosen', async () => {
    await open('menu');
    inShadow(page, '[role=menuitem]').click();
    expect(inShadow(page, '.menu-list').matches(':popover-open')).to.equal(false);
  });
});

describe('the choice of a few', () => {
  it('changes by a press, and shows which it is', async () => {
    await open('choices');
    inShadow(page, 'input[value="month"]').click();
    await page.updateComplete;
    expect([page.chosen, (inShadow(page, 'input[value="month"]') as HTMLInputElement).checked]).to.deep.equal([
      'month',
      true,
    ]);
  });
});
