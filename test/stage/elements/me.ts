import type { LitElement } from 'lit';
import { MeLog } from '../../../packages/hosted/src/me/logs/log-part.ts';
import { MeSection } from '../../../packages/hosted/src/me/me-section.ts';
import { meElements } from '../../../packages/hosted/src/me/elements.ts';
import { noLogs } from '../../../packages/hosted/test/me-log-stage.ts';
import { ME_NOW, meCallsOf } from '../../../packages/hosted/test/me-stage.ts';
import { settle } from '../../../packages/hosted/test/page-acts.ts';
import { each } from '../each.ts';
import type { Appearance, ElementStates } from '../element-states.ts';
import { draw, inScheme, people } from './hosted.ts';

MeSection.calls = () => meCallsOf();
meElements['coach-me-sessions'].now = () => ME_NOW;
MeLog.now = () => ME_NOW;
meElements['coach-me-register'].here = () => ({ hash: '' });

/** The pages of a client: the path, and who is signed in. */
const mePages = {
  sessions: ['', people.client],
  profile: ['profile', people.client],
  workouts: ['logs', people.client],
  meals: ['logs/meals', people.client],
  progress: ['logs/progress', people.client],
  sharing: ['sharing', people.client],
  data: ['data', people.client],
  account: ['account', people.client],
  'signed out': ['', null],
  register: ['register', null],
} as const;
const mePage = async ([path, user]: (typeof mePages)[keyof typeof mePages], appearance: Appearance): Promise<void> => {
  await draw('coach-me-page', { base: '/me', path }, appearance, user);
};
/** The forms of entries: the page, its element, and the button that opens the form. */
const logForms = {
  'new workout': ['workouts', 'coach-me-workouts', '#add-entry'],
  'a workout': ['workouts', 'coach-me-workouts', '.entry > button'],
  'new meal': ['meals', 'coach-me-meals', '#add-entry'],
  'new measurement': ['progress', 'coach-me-progress', '#add-entry'],
} as const;
export const me: ElementStates = {
  ...each(mePages, mePage),
  ...each(logForms, async ([page, tag, button], appearance) => {
    await mePage(mePages[page], appearance);
    const shown = document.body.lastElementChild as LitElement;
    for (let turn = 0; turn < 6; turn++) await settle(shown);
    shown.renderRoot.querySelector<LitElement>(tag)?.renderRoot.querySelector<HTMLElement>(button)?.click();
    for (let turn = 0; turn < 6; turn++) await settle(shown);
    await inScheme(shown, appearance.theme);
  }),
  ...each({ 'log without an entry': noLogs }, async (calls, appearance) => {
    MeSection.calls = () => meCallsOf(calls);
    await mePage(mePages.workouts, appearance);
    MeSection.calls = () => meCallsOf();
  }),
};
