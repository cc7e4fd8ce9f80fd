import { LitElement } from 'lit';
import type { User } from '@coach-booking/sdk';
import { defineProfile } from '../../../packages/hosted/src/desk/profile/elements.ts';
import { DeskProfile } from '../../../packages/hosted/src/desk/profile/profile-page.ts';
import { account } from '../../../packages/hosted/test/admin-stage.ts';
import { sessionOf } from '../../../packages/hosted/test/fake-session.ts';
import { settle } from '../../../packages/hosted/test/page-acts.ts';
import { profileCalls, profiled } from '../../../packages/hosted/test/profile-stage.ts';
import { each } from '../each.ts';
import type { Appearance, ElementStates } from '../element-states.ts';

let hasPhoto = true;
class StageProfile extends DeskProfile {
  static override calls = () => profileCalls({}, hasPhoto ? profiled : { ...profiled, photo: null, active: false });
}
defineProfile(StageProfile);

/** Gives an element, and those in its shadow roots, once they are drawn, a scheme. */
async function inScheme(host: Element, theme: Appearance['theme']): Promise<void> {
  if (!(host instanceof LitElement)) return;
  await host.updateComplete;
  host.style.colorScheme = theme;
  for (const inside of host.renderRoot.querySelectorAll('*')) await inScheme(inside, theme);
}

/** Draws a page of the desk by itself, as the desk gives it its properties. */
async function draw(name: string, user: User, appearance: Appearance): Promise<LitElement> {
  const page = document.createElement(name) as LitElement;
  Object.assign(page, {
    session: sessionOf(user),
    user,
    coach: 'me',
    mayChange: user.role !== 'staff',
    publishableKey: 'pk_test_x',
    base: '/desk',
    item: '',
    addressTo: (to: string) => `/desk/${to}`,
    goTo: () => undefined,
    signOut: () => undefined,
  });
  document.body.append(page);
  for (let turn = 0; turn < 4; turn++) await settle(page);
  await inScheme(page, appearance.theme);
  return page;
}

const profiles: Readonly<Record<string, readonly [role: User['role'], hasPhoto: boolean]>> = {
  profile: ['coach', true],
  'profile without a photo, paused': ['admin', false],
  'profile for the team': ['staff', true],
};

/** The pages of the desk on which a coach sets up how they are booked. */
export const deskSetup: ElementStates = {
  ...each(profiles, async ([role, isThere], appearance) => {
    hasPhoto = isThere;
    await draw('coach-desk-profile', account(role), appearance);
  }),
};
