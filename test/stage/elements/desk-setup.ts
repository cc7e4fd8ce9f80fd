import { LitElement } from 'lit';
import type { User } from '@coach-booking/sdk';
import type { connect } from '../../../packages/elements/src/coach-calendar/connect.ts';
import { DeskAvailability } from '../../../packages/hosted/src/desk/availability/availability-page.ts';
import { defineAvailability } from '../../../packages/hosted/src/desk/availability/elements.ts';
import { defineTeam } from '../../../packages/hosted/src/desk/team/elements.ts';
import { DeskTeam } from '../../../packages/hosted/src/desk/team/team-page.ts';
import { hoursConnection, timeOffCalls } from '../../../packages/hosted/test/availability-stage.ts';
import { teamCalls } from '../../../packages/hosted/test/team-stage.ts';
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
let isEmpty = false;
class StageTeam extends DeskTeam {
  static override calls = () => (isEmpty ? teamCalls({}, []) : teamCalls());
}
class StageAvailability extends DeskAvailability {
  static override calls = () => (isEmpty ? timeOffCalls({}, []) : timeOffCalls());
  static override connect: typeof connect = () => hoursConnection().connection;
}
defineProfile(StageProfile);
defineTeam(StageTeam);
defineAvailability(StageAvailability);

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
  // The words of the hours come with a file of their own.
  const hours = page.renderRoot.querySelector('coach-desk-hours');
  for (let turn = 0; hours && !hours.shadowRoot!.querySelector('.weekday') && turn < 200; turn++) await settle(page);
  await inScheme(page, appearance.theme);
  return page;
}

const profiles: Readonly<Record<string, readonly [role: User['role'], hasPhoto: boolean]>> = {
  profile: ['coach', true],
  'profile without a photo, paused': ['admin', false],
  'profile for the team': ['staff', true],
};

const people: Readonly<Record<string, readonly [page: string, role: User['role'], isEmpty: boolean]>> = {
  team: ['coach-desk-team', 'coach', false],
  'team of an admin': ['coach-desk-team', 'admin', false],
  'team without anybody': ['coach-desk-team', 'coach', true],
  availability: ['coach-desk-availability', 'coach', false],
  'availability without time off': ['coach-desk-availability', 'coach', true],
};

/** The pages of the desk on which a coach sets up how they are booked. */
export const deskSetup: ElementStates = {
  ...each(profiles, async ([role, isThere], appearance) => {
    hasPhoto = isThere;
    await draw('coach-desk-profile', account(role), appearance);
  }),
  ...each(people, async ([page, role, isNew], appearance) => {
    isEmpty = isNew;
    await draw(page, account(role), appearance);
  }),
};
