import { sidePage, stageSides } from '../../../packages/hosted/test/side-stage.ts';
import { settle } from '../../../packages/hosted/test/page-acts.ts';
import { each } from '../each.ts';

const states: Readonly<Record<string, readonly string[]>> = {
  'four coaches': ['coach-a', 'coach-b', 'coach-c', 'coach-d'],
  'eight coaches': ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((one) => `coach-${one}`),
  'one coach': ['coach-a'],
};

/** The calendars of several coaches side by side. */
export const sideBySide = each(states, async (chosen, { theme }) => {
  stageSides();
  const page = sidePage(chosen);
  document.body.append(page);
  for (let turn = 0; turn < 6; turn++) await settle(page);
  page.style.colorScheme = theme;
});
