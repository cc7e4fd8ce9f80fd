import { expect } from '@open-wc/testing';
import { clientViews } from '../../../test/client-states.ts';
import { stageBooking, stageClient, unfold } from '../../../test/client-stage.ts';
import { find, findAll } from '../../../test/mount-calendar.ts';

const views = Object.entries(clientViews);

for (const theme of ['light', 'dark'])
  describe(`the panel of a client is accessible, ${theme}`, () => {
    for (const [name, client] of views)
      it(`passes the accessibility check: ${name}`, async () => {
        const stage = await stageClient(client, { theme });
        unfold(stage);
        await expect(stage.element).to.be.accessible();
      });

    it('passes the accessibility check right to left', async () => {
      const stage = await stageClient(clientViews.full, { theme, lang: 'ar' });
      unfold(stage);
      await expect(stage.element).to.be.accessible();
    });

    it('passes the accessibility check with its button in the panel of a booking', async () => {
      const { element } = await stageBooking({ theme });
      await expect(element).to.be.accessible();
    });
  });

describe('the panel of a client fits', () => {
  afterEach(() => void document.documentElement.style.removeProperty('font-size'));

  for (const lang of ['en', 'ar'])
    for (const [name, client] of views)
      it(`fits 320 px, ${lang}: ${name}`, async () => {
        const stage = await stageClient(client, { lang }, { width: 320 });
        unfold(stage);
        const dialog = find(stage.element, 'dialog');
        dialog.style.width = '296px';
        expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      });

  it('draws nothing smaller on a page whose root font is 62.5 %', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const { element } = await stageClient(clientViews.full);
    for (const text of findAll(element, '.panel-client :is(p, dt, dd, li, h3, summary, figcaption, small)'))
      expect(parseFloat(getComputedStyle(text).fontSize), text.outerHTML).to.be.at.least(12);
  });

  for (const [name, client] of views)
    it(`draws all that can be pressed at least 44 px high: ${name}`, async () => {
      const stage = await stageClient(client);
      for (const control of findAll(stage.element, 'dialog :is(button, summary, a)'))
        expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
    });
});
