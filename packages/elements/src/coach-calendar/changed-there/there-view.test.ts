import { expect } from '@open-wc/testing';
import { calendarProblem, oneOfEach } from '../../../test/calendar-states.ts';
import { buttons, find, press, settle, text } from '../../../test/panel-acts.ts';
import { deletedThere, movedThere } from '../../../test/panel-pictures.ts';
import { stagePanel } from '../../../test/panel-stage.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const eva = oneOfEach[4]!;

/** Returns the panel of the booking, once the part about other calendars is there. */
const open = async (state = movedThere) => {
  const stage = await stagePanel({ kind: 'booking', id: eva.id }, state);
  await waitUntil(() => stage.renderRoot.querySelector('[part~="changed-there"]'), 'the part comes');
  return stage;
};

describe('a booking that somebody has changed in a connected calendar', () => {
  it('passes the accessibility check, moved and deleted', async () => {
    await expect(await open()).to.be.accessible();
    await expect(await open(deletedThere)).to.be.accessible();
  });

  it('shows in which calendar and when a booking is there, and that the client comes at the booked time', async () => {
    expect(text(await open()))
      .to.contain('Moved in \u2068Work\u2069')
      .and.contain('There: \u2068Thursday, April 13, 4:00 PM')
      .and.contain('your client comes at the booked time')
      .and.contain('Noticed on \u2068Apr 12, 2028');
  });

  it('shows nothing of a booking that has been moved since', async () => {
    const bookings = movedThere.bookings.map((one) => (one.id === eva.id ? { ...one, start: one.end! } : one));
    const stage = await stagePanel({ kind: 'booking', id: eva.id }, { ...movedThere, bookings });
    await settle(stage);
    expect(text(stage)).not.to.contain('Work');
  });

  it('puts a booking back there in one press, and says when it is', async () => {
    const stage = await open();
    await press(stage, 'Put it back there');
    expect(stage.flow.asked('putBackThere')).to.deep.equal([[eva.id, movedThere.changedThere![0]!.calendarId]]);
    stage.flow.set({ changedThere: [] });
    await settle(stage);
    expect(text(stage)).to.contain('It is in \u2068Work\u2069 again as it is booked.');
  });

  it('puts a booking back once while it is being written', async () => {
    const stage = await open(deletedThere);
    const writing = buttons(stage).filter(({ ariaDisabled }) => ariaDisabled === 'true');
    expect(writing.map(({ textContent }) => textContent)).to.deep.equal(['One moment…']);
    writing[0]!.click();
    expect(stage.flow.asked('putBackThere')).to.deep.equal([]);
  });

  for (const [code, words] of [
    ['NOT_ALLOWED_NOW', 'The session has begun'],
    ['EXTERNAL_CALENDAR_NOT_FOUND', 'It is not written into this calendar any more.'],
    ['OFFLINE', 'The server cannot be reached.'],
  ] as const)
    it(`shows why a booking is not put back: ${code}`, async () => {
      const stage = await open();
      stage.flow.putsBack({ problem: calendarProblem(code === 'OFFLINE' ? 'offline' : 'refused', { code }) });
      await press(stage, 'Put it back there');
      await waitUntil(() => text(stage).includes(words), 'the reason is shown');
    });

  it('leads to the form that moves a booking, at the time and with the length that it has there', async () => {
    const stage = await open();
    await press(stage, 'Move the booking too');
    await waitUntil(() => stage.renderRoot.querySelector('input[type=time]'), 'the form comes');
    const values = [...stage.renderRoot.querySelectorAll<HTMLInputElement>('dialog form :is(input, select)')].map(
      ({ value }) => value,
    );
    expect(values).to.include.members(['2028-04-13', '16:00', '90']);
    expect(stage.flow.asked('reschedule')).to.deep.equal([]);
  });

  it('leads to the form that cancels a booking deleted there', async () => {
    const stage = await open(deletedThere);
    await press(stage, 'Cancel the booking');
    expect(find(stage, '#panel-title').textContent).to.contain('Cancel');
    expect(stage.flow.asked('cancel')).to.deep.equal([]);
  });
});
