import { fakeBooking, fakeManaging } from '../../../packages/elements/test/fake-flow.ts';
import { inMode, mountMode, widgetIn } from '../../../packages/elements/test/mount-mode.ts';
import { mount } from '../../../packages/elements/test/mount.ts';
import { longBookingStates, longManageStates } from '../../../packages/elements/test/long-words.ts';
import { bookingStates, manageStates } from '../../../packages/elements/test/states.ts';
import { answerWith, mountTeam, refusal, team, teamAnswer, type Answer } from '../../../packages/elements/test/team.ts';
import { mountSuggested, suggested } from '../../../packages/elements/test/suggested.ts';
import { waitUntil } from '../../../packages/elements/test/wait-until.ts';
import type { ElementStates } from '../element-states.ts';
import { each } from '../each.ts';

/** Suggested times: known, still asked for, and none. */
const suggestions = {
  suggested: async () => suggested,
  'suggested, asked for': () => new Promise<never>(() => undefined),
  'suggested, none': async () => [],
};

const opened = async (state: Parameters<typeof fakeBooking>[0], appearance: object) => {
  const element = await mountMode(fakeBooking(state), { ...appearance, open: '' });
  return { element, widget: await widgetIn(element) };
};

/** The widget behind a button: as it stands on a page, open, and the question before it is closed. */
const modes: ElementStates = {
  'mode button': (appearance) => mountMode(fakeBooking(bookingStates.slots), { ...appearance }),
  'mode floating': (appearance) => mountMode(fakeBooking(bookingStates.slots), { ...appearance, mode: 'floating' }),
  'dialog, slots': (appearance) => opened(bookingStates.slots, appearance),
  'dialog, details': (appearance) => opened(bookingStates.details, appearance),
  'dialog, confirmed': (appearance) => opened(bookingStates.confirmed, appearance),
  'dialog, asks': async (appearance) => {
    const { element, widget } = await opened(bookingStates.details, appearance);
    const input = widget.shadowRoot!.querySelector('input')!;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    inMode(element, '[part="dialog-close"]').click();
  },
};

const choosing =
  (answer: (url: URL) => Answer | null, state: Parameters<typeof fakeBooking>[0] = bookingStates.slots) =>
  (appearance: object) => {
    answerWith(answer);
    return mountTeam(fakeBooking(state), { ...appearance });
  };

/** A card of the choice is pressed, and the widget of that choice is in this state. */
const chosen =
  (card: string, state?: Parameters<typeof fakeBooking>[0]) =>
  async (appearance: object): Promise<void> => {
    const element = await choosing(() => teamAnswer(), state)(appearance);
    await waitUntil(() => element.shadowRoot!.querySelector(card), 'the coaches come');
    element.shadowRoot!.querySelector<HTMLElement>(card)!.click();
  };

/** A state in which the second coach is assigned, or booked. */
const assigned = (state: typeof bookingStates.details): typeof bookingStates.details => ({
  ...state,
  coach: team[1]!,
  booking: state.booking && { ...state.booking, coachId: team[1]!.id },
});

/** The choice of a coach. */
const teams: ElementStates = {
  coaches: choosing(() => teamAnswer()),
  'coaches, loading': choosing(() => null),
  'coaches, two without a service in common': choosing(() => teamAnswer([team[0]!, team[2]!])),
  'coaches, nobody': choosing(({ pathname }) =>
    pathname === '/v1/coaches' ? [200, { success: true, data: [] }] : refusal(404, 'COACH_NOT_FOUND'),
  ),
  'coaches, chosen': chosen('.person + .person'),
  'coaches, any': chosen('.any'),
  'coaches, assigned': chosen('.any', assigned(bookingStates.details)),
  'coaches, assigned and booked': chosen('.any', assigned(bookingStates.confirmed)),
};

export const booking: ElementStates = {
  ...modes,
  ...teams,
  ...each({ ...bookingStates, ...longBookingStates }, (state, appearance) =>
    mount(fakeBooking(state), { ...appearance }),
  ),
  ...each(suggestions, async (answer, appearance) => {
    const { flow } = await mountSuggested(answer, { ...appearance, suggestions: '' });
    flow.set(bookingStates.slots);
  }),
  ...each({ 'zones open': '', 'zones searched': 'ber' }, async (typed, appearance) => {
    const element = await mount(fakeBooking(bookingStates.slots), { ...appearance });
    const root = element.shadowRoot!;
    // The texts of another language come later.
    while (!root.querySelector('#zone')) await new Promise(requestAnimationFrame);
    const zone = root.querySelector<HTMLInputElement>('#zone')!;
    zone.focus();
    zone.click();
    if (!typed) return;
    zone.value = typed;
    zone.dispatchEvent(new Event('input'));
  }),
};
export const manage = each({ ...manageStates, ...longManageStates }, (state, appearance) =>
  mount(fakeManaging(state), { ...appearance }),
);
