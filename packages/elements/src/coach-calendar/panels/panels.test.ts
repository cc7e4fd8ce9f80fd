import { expect, waitUntil } from '@open-wc/testing';
import {
  calendarBooking,
  calendarProblem,
  calendarState,
  calendarStates,
  oneOfEach,
  schedule,
  team,
  wallAt,
} from '../../testing/calendar-states.ts';
import { stagePanel, type PanelStage } from '../../testing/panel-stage.ts';
import { burstsFile } from './bursts-panel.ts';
import { noticeClock } from './notice-timer.ts';
import type { Panel } from './seam.ts';

const eva = oneOfEach[4]!;
const each = calendarStates.each;
const find = <E extends HTMLElement = HTMLElement>(stage: PanelStage, selector: string): E => {
  const found = stage.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
};
const buttons = (stage: PanelStage, within = 'dialog') => [...stage.renderRoot.querySelectorAll<HTMLButtonElement>(`${within} button`)];
const settle = async (stage: PanelStage) => {
  await new Promise((done) => setTimeout(done));
  await stage.updateComplete;
};
async function press(stage: PanelStage, text: string, within = 'dialog') {
  const button = buttons(stage, within).find((each) => each.textContent.trim() === text || each.ariaLabel === text);
  if (!button) throw new Error(`no button ${text}`);
  button.click();
  await settle(stage);
}
async function type(stage: PanelStage, id: string, value: string) {
  const field = find<HTMLInputElement>(stage, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await settle(stage);
}
async function tick(stage: PanelStage, id: string) {
  find<HTMLInputElement>(stage, `#${id}`).click();
  await settle(stage);
}
const send = async (stage: PanelStage) => {
  find<HTMLFormElement>(stage, 'dialog form').requestSubmit();
  await settle(stage);
};
const text = (stage: PanelStage, selector = '.root') => find(stage, selector).textContent.replace(/\s+/g, ' ');
const focusedId = (stage: PanelStage) => stage.shadowRoot!.activeElement?.id;

describe('the panel of a booking', () => {
  const open = (id = eva.id, state = each, act?: 'reschedule' | 'cancel') =>
    stagePanel({ kind: 'booking', id, ...(act && { act }) }, state);

  it('says who, when for both sides, what, and what happened before', async () => {
    const stage = await open();
    expect(find<HTMLAnchorElement>(stage, 'a[href^="mailto"]').href).to.equal('mailto:eva.lindqvist@example.com');
    expect(find<HTMLAnchorElement>(stage, 'a[href^="tel"]').href).to.equal('tel:+12125550100');
    expect(text(stage)).to.contain('Wednesday, April 12, 1:00').and.contain('7:00').and.contain('Stockholm');
    expect(text(stage)).to.contain('Moved from').and.contain('Train late');
  });

  for (const booking of oneOfEach)
    it(`has a button for exactly what is allowed: ${booking.status}`, async () => {
      const stage = await open(booking.id);
      const shown = [...stage.renderRoot.querySelectorAll('.actions button')].map((button) => /action-(\w+)/.exec(button.part.value)![1]);
      expect(shown).to.have.members(booking.actions);
    });

  it('asks for a move and says nothing more while one is under way', async () => {
    const stage = await open();
    await press(stage, 'Start session');
    expect(stage.flow.asked('start')).to.deep.equal([[eva.id]]);
    stage.flow.set({ busy: [eva.id] });
    await settle(stage);
    await press(stage, 'Start session');
    expect(stage.flow.asked('start')).to.have.length(1);
  });

  it('gives it to somebody of the team, and takes it back', async () => {
    const stage = await open();
    await type(stage, 'booking-staff', team[1]!.id);
    await type(stage, 'booking-staff', '');
    expect(stage.flow.asked('assign')).to.deep.equal([
      [eva.id, team[1]!.id],
      [eva.id, null],
    ]);
    expect(text(stage, '#booking-staff')).not.to.contain('Mei Lin');
  });

  it('keeps notes as typed until they are saved', async () => {
    const stage = await open();
    stage.flow.answers(false);
    await press(stage, 'Edit');
    expect(focusedId(stage)).to.equal('booking-notes');
    await type(stage, 'booking-notes', 'New belt.');
    await send(stage);
    expect(stage.flow.asked('setNotes')).to.deep.equal([[eva.id, 'New belt.']]);
    expect(find<HTMLTextAreaElement>(stage, '#booking-notes').value).to.equal('New belt.');
    stage.flow.answers(true);
    await send(stage);
    expect(stage.renderRoot.querySelector('#booking-notes')).to.equal(null);
  });

  it('moves by date, time and length, in the zone that is shown', async () => {
    const stage = await open();
    await press(stage, 'Reschedule');
    expect(focusedId(stage)).to.equal('move-date');
    await type(stage, 'move-time', '15:00');
    await type(stage, 'move-duration', '90');
    await type(stage, 'move-reason', ' late train ');
    await tick(stage, 'move-notify');
    await send(stage);
    expect(stage.flow.asked('reschedule')).to.deep.equal([
      [eva.id, { start: wallAt('2028-04-12', '15:00'), notify: false, duration: 90, reason: 'late train' }],
    ]);
    expect(text(stage, 'h2')).to.equal(eva.attendee.name);
  });

  it('offers the nearest free times when the new one is refused', async () => {
    const stage = await open(eva.id, calendarStates.problem, 'reschedule');
    await press(stage, 'Wednesday, April 12, 2:30 PM');
    expect(stage.flow.asked('reschedule')[0]![1]).to.deep.include({ start: wallAt('2028-04-12', '14:30') });
  });

  it('cancels only after a second question', async () => {
    const stage = await open();
    await press(stage, 'Cancel booking');
    await type(stage, 'cancel-reason', 'Ill');
    await tick(stage, 'cancel-offer');
    await press(stage, 'Continue');
    expect(stage.flow.asked('cancel')).to.deep.equal([]);
    expect(text(stage)).to.contain('Cancel Strength session with Eva Lindqvist on').and.contain('The client is told');
    await press(stage, 'Yes, cancel it');
    expect(stage.flow.asked('cancel')).to.deep.equal([[eva.id, { notify: true, offerReschedule: true, reason: 'Ill' }]]);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('offers no new time to a client who is not told', async () => {
    const stage = await open(eva.id, each, 'cancel');
    await tick(stage, 'cancel-offer');
    await tick(stage, 'cancel-notify');
    expect(find<HTMLInputElement>(stage, '#cancel-offer')).to.include({ disabled: true, checked: false });
  });
});

describe('the form of a new booking', () => {
  const panel = (): Panel => ({ kind: 'create', start: wallAt('2028-04-13', '10:00') });
  const fill = async (stage: PanelStage) => {
    await type(stage, 'new-name', 'Zoe Wolf');
    await type(stage, 'new-email', 'zoe@example.com');
  };

  it('sends what was typed and leaves out what follows from the service', async () => {
    const stage = await stagePanel(panel(), each);
    expect(focusedId(stage)).to.equal('new-name');
    await fill(stage);
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.equal([
      [{ start: wallAt('2028-04-13', '10:00'), serviceId: each.services[0]!.id, attendee: { name: 'Zoe Wolf', email: 'zoe@example.com' } }],
    ]);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('takes a marked stretch as the length, with a service of that length when there is one', async () => {
    const long = await stagePanel({ kind: 'create', start: wallAt('2028-04-13', '10:00'), end: wallAt('2028-04-13', '11:15') }, each);
    expect([find<HTMLSelectElement>(long, '#new-service').value, find<HTMLInputElement>(long, '#new-duration').value]).to.deep.equal([
      '',
      '75',
    ]);
    const talk = await stagePanel({ kind: 'create', start: wallAt('2028-04-13', '10:00'), end: wallAt('2028-04-13', '10:30') }, each);
    expect(find<HTMLSelectElement>(talk, '#new-service').value).to.equal(each.services[1]!.id);
  });

  it('completes a person who is known', async () => {
    const stage = await stagePanel(panel(), each);
    await type(stage, 'new-name', 'Grace Kim');
    expect(find<HTMLInputElement>(stage, '#new-email').value).to.equal('grace.kim@example.com');
    expect(find<HTMLInputElement>(stage, '#new-phone').value).to.equal('+1 212 555 0100');
  });

  it('says what is missing, at the field, and goes there', async () => {
    const stage = await stagePanel(panel(), each);
    await type(stage, 'new-email', 'nobody');
    await send(stage);
    expect(stage.flow.asked('create')).to.deep.equal([]);
    expect(focusedId(stage)).to.equal('new-name');
    expect(text(stage, '#new-email-error')).to.contain('address like');
  });

  it('stays with everything typed when it fails, and leads to the hours of that date and back', async () => {
    const stage = await stagePanel(panel(), calendarState({ schedule }));
    stage.flow.answers(false);
    await fill(stage);
    await send(stage);
    stage.flow.set({ problem: calendarProblem('refused', { code: 'OUTSIDE_HOURS', intent: 'create' }) });
    await settle(stage);
    await press(stage, 'Open Thursday, April 13');
    expect(stage.opened.at(-1)).to.deep.include({ kind: 'schedule', date: '2028-04-13' });
    stage.flow.answers(true);
    await send(stage);
    expect(stage.flow.asked('setDateOverride')).to.deep.equal([['2028-04-13', [{ start: '09:00', end: '17:00' }]]]);
    expect(find<HTMLInputElement>(stage, '#new-name').value).to.equal('Zoe Wolf');
  });
});

describe('time off', () => {
  const panel = (): Panel => ({ kind: 'timeOff', start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') });

  it('names the bookings in it before it is added', async () => {
    const stage = await stagePanel(panel(), each);
    expect(text(stage, '.warning')).to.contain('1 booking lies in this time').and.contain('Farah Nasser');
    await type(stage, 'off-reason', 'Dentist');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([
      [{ start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00'), reason: 'Dentist' }],
    ]);
  });

  it('must end after it starts', async () => {
    const stage = await stagePanel(panel(), each);
    await type(stage, 'off-toTime', '07:00');
    await send(stage);
    expect(stage.flow.asked('addTimeOff')).to.deep.equal([]);
    expect(text(stage)).to.contain('The end must be after the start');
  });

  it('is taken away from the list', async () => {
    const stage = await stagePanel(panel(), calendarStates.full);
    await press(stage, 'Remove Friday, April 14');
    expect(stage.flow.asked('removeTimeOff')).to.deep.equal([[calendarStates.full.timeOff[0]!.id]]);
  });
});

describe('the editor of the hours', () => {
  const open = (panel: Panel = { kind: 'schedule' }, state = calendarState({ schedule })) => stagePanel(panel, state);
  const drafts = (stage: PanelStage) => stage.flow.asked('draftSchedule').map(([draft]) => draft as { workingHours: unknown[] } | null);

  it('asks for the schedule when it opens, and takes the draft off the week when it goes', async () => {
    const stage = await open();
    await settle(stage);
    expect(stage.flow.asked('openSchedule')).to.have.length(1);
    stage.panel = null;
    stage.requestUpdate();
    await settle(stage);
    expect(drafts(stage)).to.deep.equal([null]);
  });

  it('draws each right change at once, and none that is wrong', async () => {
    const stage = await open();
    await type(stage, 'hours-1-0-end', '12:00');
    expect(drafts(stage).at(-1)!.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '12:00' });
    await type(stage, 'hours-1-0-end', '08:00');
    expect(drafts(stage)).to.have.length(1);
    expect(text(stage, '#hours-1-0-end-error')).to.contain('after the start');
    await send(stage);
    expect(stage.flow.asked('saveSchedule')).to.deep.equal([]);
  });

  it('lists the bookings that would no longer fit', async () => {
    const stage = await open({ kind: 'schedule' }, calendarStates.draft);
    expect(text(stage, '.warning'))
      .to.contain('2 bookings would no longer fit')
      .and.contain('Farah Nasser')
      .and.contain('Outside working hours');
  });

  it('copies a day to the others that are chosen', async () => {
    const stage = await open();
    await press(stage, 'Copy Monday to…');
    await tick(stage, 'copy-1-6');
    await press(stage, 'Copy');
    expect(drafts(stage).at(-1)!.workingHours).to.deep.include({ dayOfWeek: 6, start: '09:00', end: '17:00' });
  });

  it('saves the whole schedule, with the hours that midnight ends', async () => {
    const stage = await open();
    await type(stage, 'hours-1-0-end', '00:00');
    await send(stage);
    const [input] = stage.flow.asked('saveSchedule')[0] as [{ workingHours: unknown[]; reminders: unknown }];
    expect(input.workingHours[0]).to.deep.equal({ dayOfWeek: 1, start: '09:00', end: '24:00' });
    expect(input.reminders).to.deep.equal(schedule.reminders);
    expect(stage.opened).to.deep.equal([null]);
  });

  it('keeps special dates: edits, closes, removes', async () => {
    const stage = await open();
    find<HTMLInputElement>(stage, 'input[value="overrides"]').click();
    await settle(stage);
    await press(stage, 'Edit: Saturday, April 22');
    await tick(stage, 'override-closed');
    await send(stage);
    expect(stage.flow.asked('setDateOverride')).to.deep.equal([['2028-04-22', []]]);
    await press(stage, 'Remove Monday, May 1');
    expect(stage.flow.asked('removeDateOverride')).to.deep.equal([['2028-05-01']]);
  });

  it('says what the limits of a rule are', async () => {
    const stage = await open();
    find<HTMLInputElement>(stage, 'input[value="rules"]').click();
    await settle(stage);
    await type(stage, 'rule-slotInterval', '3');
    expect(text(stage, '#rule-slotInterval-error')).to.contain('from 5 to 1440');
    expect(drafts(stage)).to.deep.equal([]);
  });
});

describe('preferences', () => {
  it('are saved with chosen colours, or without any for the standard ones', async () => {
    const stage = await stagePanel({ kind: 'preferences' }, each);
    await type(stage, 'pref-weekStart', '0');
    await type(stage, 'colour-confirmed', '#2196f3');
    expect(getComputedStyle(find(stage, '.colour.status-confirmed .sample')).color).to.equal('rgb(0, 0, 0)');
    await send(stage);
    expect(stage.flow.asked('savePreferences')[0]![0]).to.deep.include({ weekStart: 0, colours: { confirmed: '#2196f3' } });

    const again = await stagePanel({ kind: 'preferences' }, each);
    await press(again, 'Standard colours');
    await send(again);
    expect(again.flow.asked('savePreferences')[0]![0]).not.to.have.property('colours');
  });

  it('start from the colours that are shown', async () => {
    const stage = await stagePanel(null, each);
    stage.panel = { kind: 'preferences' };
    stage.requestUpdate();
    await settle(stage);
    expect(find<HTMLInputElement>(stage, '#colour-pending').value).to.equal('#b45309');
  });

  it('do not let the day end before it starts', async () => {
    const stage = await stagePanel({ kind: 'preferences' }, each);
    await type(stage, 'pref-dayEnd', '05:00');
    await send(stage);
    expect(stage.flow.asked('savePreferences')).to.deep.equal([]);
  });
});

describe('a day of the month', () => {
  it('opens the booking that is pressed', async () => {
    const stage = await stagePanel({ kind: 'dayList', date: '2028-04-12' }, each);
    buttons(stage)
      .find(({ textContent }) => textContent.includes('Eva'))!
      .click();
    expect(stage.opened).to.deep.equal([{ kind: 'booking', id: eva.id }]);
  });
});

describe('notices', () => {
  const waiting: { ms: number; call: () => void }[] = [];
  const real = noticeClock.after;
  before(() => {
    noticeClock.after = (ms, call) => {
      const entry = { ms, call };
      waiting.push(entry);
      return () => void waiting.splice(waiting.indexOf(entry), 1);
    };
  });
  beforeEach(() => void waiting.splice(0));
  after(() => void (noticeClock.after = real));

  it('say what was done, and take it back', async () => {
    const stage = await stagePanel(null, calendarStates.done);
    expect(text(stage, '[role=status] .toast')).to.contain('Booking confirmed');
    await press(stage, 'Undo', '.notices');
    expect(stage.flow.asked('undo')).to.have.length(1);
  });

  it('go after a while, but not while the pointer or the keyboard is on them', async () => {
    const stage = await stagePanel(null, calendarState({ done: { intent: 'confirm', bookingId: null, undoable: true } }));
    const toast = find(stage, '.toast');
    expect(waiting.map(({ ms }) => ms)).to.deep.equal([10_000]);
    toast.dispatchEvent(new PointerEvent('pointerenter'));
    expect(waiting).to.deep.equal([]);
    toast.dispatchEvent(new PointerEvent('pointerleave'));
    expect(waiting).to.have.length(1);
    find(stage, '.toast .icon').focus();
    expect(waiting).to.deep.equal([]);
    find(stage, '.toast .icon').blur();
    waiting[0]!.call();
    expect(stage.flow.asked('dismiss')).to.have.length(1);
  });

  it('say that a change was put back, and offer the nearest free times', async () => {
    const stage = await stagePanel(null, calendarStates.problem);
    expect(text(stage, '[role=alert]')).to.contain('Eva Lindqvist: This time is not free. It is shown as it was before.');
    await press(stage, 'Wednesday, April 12, 2:00 PM', '.notices');
    expect(stage.flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-12', '14:00') }]]);
    expect(waiting).to.deep.equal([]);
  });

  it('offer to try again when that may help', async () => {
    const stage = await stagePanel(null, calendarStates.offline);
    await press(stage, 'Try again', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
  });

  it('ask the page for a session, and try again unless the page takes that on', async () => {
    const stage = await stagePanel(null, calendarState({ problem: calendarProblem('signed_out', { intent: 'load' }) }));
    await press(stage, 'Sign in', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
    stage.addEventListener('coach-sign-in', (event) => event.preventDefault());
    await press(stage, 'Sign in', '.notices');
    expect(stage.flow.asked('retry')).to.have.length(1);
  });
});

describe('Arabic', () => {
  it('runs from right to left, with its own plurals', async () => {
    const bookings = Array.from({ length: 3 }, (_, i) => calendarBooking('2028-04-13', `1${i}:00`, `C ${i}`));
    const stage = await stagePanel(
      { kind: 'timeOff', start: wallAt('2028-04-13', '08:00'), end: wallAt('2028-04-13', '18:00') },
      calendarState({ bookings }),
      { lang: 'ar' },
    );
    expect(getComputedStyle(find(stage, '.panel')).direction).to.equal('rtl');
    expect(text(stage, '.warning')).to.match(/تقع (3|٣) حجوزات/);
  });
});

describe('S7 the panel of unusual bookings', () => {
  const bookings = Array.from({ length: 5 }, (_, n) => calendarBooking('2028-04-20', `1${n}:00`, `Made Up ${n}`));
  const burst = {
    id: bookings[0]!.id,
    kind: 'address',
    from: '2028-04-12T13:00:00Z',
    to: '2028-04-12T13:03:00Z',
    total: 6,
    bookings,
  } as const;
  const open = async (bursts = [burst]) => {
    const stage = await stagePanel({ kind: 'bursts' }, calendarState({ bursts }));
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
    return stage;
  };

  it('is announced by a quiet line that leads to it', async () => {
    const stage = await stagePanel(null, calendarState({ bursts: [burst] }));
    expect(text(stage, '[part~="bursts"]')).to.contain('look like one visitor’s work: 5');
    await press(stage, 'Bookings that look like one visitor’s work: 5', '.notices');
    expect(stage.opened).to.deep.equal([{ kind: 'bursts' }]);
  });

  it('says what they have in common, and each with name, e-mail and time', async () => {
    const stage = await open();
    expect(text(stage)).to.contain('From one internet address, made between').and.contain('Made Up 3').and.contain('made.up.3@example.com');
    expect(text(stage)).to.contain('Thursday, April 20, 1:00');
  });

  it('removes all in one act, after one clear question, and closes when nothing is left', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    expect(text(stage)).to.contain('Really cancel all of them (5)?');
    await send(stage);
    expect(stage.flow.asked('removeBurst')).to.deep.equal([[burst.id, { block: true }]]);
    expect(text(stage)).to.contain('Remove all (5)');
  });

  it('keeps the address where the coach unticks that, and goes back on second thoughts', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    await tick(stage, 'burst-block');
    await press(stage, 'Back');
    expect(text(stage)).to.contain('Made Up 3');
    await press(stage, 'Remove all (5)');
    await send(stage);
    expect(stage.flow.asked('removeBurst')).to.deep.equal([[burst.id, { block: false }]]);
  });

  it('can be tried again when its file did not come', async () => {
    const { load } = burstsFile;
    burstsFile.load = () => Promise.reject(new Error('no network'));
    const stage = await stagePanel({ kind: 'bursts' }, calendarState({ bursts: [burst] }));
    await settle(stage);
    burstsFile.load = load;
    await press(stage, 'Try again');
    await waitUntil(() => stage.renderRoot.querySelector('.panel .step'), 'the file of the panel comes');
  });

  it('says why it was refused, in place', async () => {
    const stage = await open();
    await press(stage, 'Remove all (5)');
    stage.flow.set({ problem: calendarProblem('offline', { intent: 'removeBurst' }) });
    await settle(stage);
    expect(text(stage, '.panel')).to.contain('You are offline.');
  });
});
