import { expect } from '@open-wc/testing';
import { calendarProblem } from '../../../test/calendar-states.ts';
import { clientBooking, clientViews, ownNotes } from '../../../test/client-states.ts';
import { dialogText, stageClient, type ClientStage } from '../../../test/client-stage.ts';
import { find, findAll, focused, press } from '../../../test/mount-calendar.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const id = clientBooking.attendee.id;
const theirs = { ...ownNotes, text: 'Trains in the evening now.', version: 3 };

const field = ({ element }: ClientStage) => find(element, '#coach-notes') as HTMLTextAreaElement;
const save = ({ element }: ClientStage) => find(element, '.coach-notes button[type=submit]') as HTMLButtonElement;

/** Types notes. */
async function type(stage: ClientStage, text: string): Promise<void> {
  field(stage).value = text;
  field(stage).dispatchEvent(new Event('input'));
  await stage.element.updateComplete;
}

/** Saves them, and resolves when that was answered. */
async function send(stage: ClientStage): Promise<void> {
  save(stage).focus();
  save(stage).click();
  await waitUntil(() => stage.flow.asked('saveClientNotes').length > 0, 'they are saved');
  await waitUntil(() => save(stage).textContent !== 'Saving…', 'it is answered');
}

/** Presses the button with this text. */
async function choose(stage: ClientStage, text: string): Promise<void> {
  findAll(stage.element, '.coach-notes button')
    .find((one) => one.textContent === text)!
    .click();
  await stage.element.updateComplete;
}

describe('the own notes of a coach on a client', () => {
  it('passes the accessibility check with a conflict of notes', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.savesNotes({ notes: theirs, problem: calendarProblem('stale', { code: 'VERSION_CONFLICT' }) });
    await type(stage, 'Likes rowing.');
    await send(stage);
    await expect(stage.element).to.be.accessible();
  });

  it('passes the accessibility check when notes could not be read, and reads them again', async () => {
    const stage = await stageClient(clientViews.notesFailed);
    await expect(stage.element).to.be.accessible();
    await choose(stage, 'Try again');
    expect(stage.flow.asked('openClient')).to.deep.equal([[id], [id]]);
    expect(focused(stage.element)?.id).to.equal('panel-title');
  });

  it('shows notes for a client who shares nothing too, and not before they are read', async () => {
    const stage = await stageClient(clientViews.loading);
    expect(findAll(stage.element, '.coach-notes')).to.have.length(0);
    stage.flow.set({ client: { ...clientViews.notConnected, notes: ownNotes } });
    await stage.element.updateComplete;
    expect(field(stage).value).to.equal(ownNotes.text);
    expect(dialogText(stage)).to.contain('For you and your team.').and.contain('Changed on 9 Apr 2028');
  });

  it('saves notes with their version, keeps the focus, and says so', async () => {
    const stage = await stageClient(clientViews.full);
    save(stage).click();
    expect(stage.flow.asked('saveClientNotes')).to.deep.equal([]);
    await type(stage, 'Likes rowing.');
    stage.flow.savesNotes({ notes: { ...ownNotes, text: 'Likes rowing.', version: 3 }, problem: null });
    await send(stage);
    expect(stage.flow.asked('saveClientNotes')).to.deep.equal([[id, 'Likes rowing.', 2]]);
    expect(dialogText(stage)).to.contain('Your notes are saved.');
    expect(focused(stage.element)?.getAttribute('type')).to.equal('submit');
  });

  it('shows notes that somebody else has saved meanwhile, and replaces them only when the coach says so', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.savesNotes({ notes: theirs, problem: calendarProblem('stale', { code: 'VERSION_CONFLICT' }) });
    await type(stage, 'Likes rowing.');
    await send(stage);
    expect(dialogText(stage)).to.contain('changed elsewhere').and.contain(theirs.text);
    expect(field(stage).value).to.equal('Likes rowing.');
    stage.flow.savesNotes({ notes: { ...theirs, text: 'Likes rowing.', version: 4 }, problem: null });
    await choose(stage, 'Replace it with mine');
    await waitUntil(() => dialogText(stage).includes('Your notes are saved.'), 'they are saved');
    expect(stage.flow.asked('saveClientNotes').at(-1)).to.deep.equal([id, 'Likes rowing.', 3]);
  });

  it('takes the other version of notes, with the focus in the field', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.savesNotes({ notes: theirs, problem: calendarProblem('stale', { code: 'VERSION_CONFLICT' }) });
    await type(stage, 'Likes rowing.');
    await send(stage);
    stage.flow.set({ client: { ...clientViews.full, notes: theirs } });
    await choose(stage, 'Use the other version');
    expect(field(stage).value).to.equal(theirs.text);
    expect(focused(stage.element)?.id).to.equal('coach-notes');
    expect(findAll(stage.element, '.coach-notes .problem')).to.have.length(0);
  });

  it('keeps notes as typed when they could not be saved, with the reason', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.savesNotes({ notes: null, problem: calendarProblem('offline', { code: 'OFFLINE' }) });
    await type(stage, 'Likes rowing.');
    await send(stage);
    expect(find(stage.element, '.coach-notes [role=alert]').textContent).to.contain('The server cannot be reached.');
    expect(field(stage).value).to.equal('Likes rowing.');
  });

  it('M12 asks before typed notes are lost, and keeps them while everything is read once more', async () => {
    const stage = await stageClient(clientViews.full);
    await type(stage, 'Likes rowing.');
    stage.flow.set({ client: clientViews.loading });
    await stage.element.updateComplete;
    expect(field(stage).value).to.equal('Likes rowing.');
    field(stage).focus();
    await press(stage.element, 'Escape');
    expect(dialogText(stage)).to.contain('Discard');
    expect(find(stage.element, '.panel-client').isConnected).to.equal(true);
    await choose(stage, 'Discard');
    await press(stage.element, 'Escape');
    expect(stage.flow.asked('saveClientNotes')).to.deep.equal([]);
  });
});
