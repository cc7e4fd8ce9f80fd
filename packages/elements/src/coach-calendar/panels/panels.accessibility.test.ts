import { expect } from '@open-wc/testing';
import type { calendarState } from '../../../test/calendar-states.ts';
import { panelPictures } from '../../../test/panel-pictures.ts';
import { stagePanel } from '../../../test/panel-stage.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { Panel } from './parts/panel.ts';

/** The parts that panels draw by a file of their own. */
const parts: Partial<Record<Panel['kind'], string>> = {
  bursts: '.step',
  zones: '.step',
  toClose: '.step',
  preferences: 'form',
  shortcuts: '.keys',
};

/** Returns a panel with the files that it loads. */
const drawn = async (panel: Panel | null, state: ReturnType<typeof calendarState>, theme = 'light') => {
  const element = await stagePanel(panel, state, { theme });
  const part = panel && parts[panel.kind];
  if (part) await waitUntil(() => element.renderRoot.querySelector(`.panel ${part}`), 'the file of the panel comes');
  if (element.renderRoot.querySelector('[part~="meeting"][open]'))
    await waitUntil(() => element.renderRoot.querySelector('[part~="meeting"] .step'), 'the meeting comes');
  return element;
};

for (const theme of ['light', 'dark'])
  describe(`panels and notices are accessible, ${theme}`, () => {
    for (const [name, panel, state] of panelPictures)
      it(`passes the accessibility check: ${name}`, async () => {
        const element = await drawn(panel, state, theme);
        await expect(element).to.be.accessible();
      });
  });

describe('what can be pressed', () => {
  for (const [name, panel, state] of panelPictures)
    it(`draws controls at least 44 px high: ${name}`, async () => {
      const element = await drawn(panel, state);
      for (const control of element.renderRoot.querySelectorAll('button, input, select, textarea, a, summary')) {
        const box = (control.closest('label') ?? control).getBoundingClientRect();
        expect(box.height, control.outerHTML).to.be.at.least(44);
      }
    });
});
