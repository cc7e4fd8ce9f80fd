import { expect } from '@open-wc/testing';
import { calendarStates, oneOfEach } from '../../../../test/calendar-states.ts';
import { find, press, settle, text, type } from '../../../../test/panel-acts.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';

const eva = oneOfEach[4]!;
const { each } = calendarStates;
const notice = 'changed elsewhere';

describe('a booking that is changed elsewhere while its panel is open', () => {
  const typed = async (): Promise<PanelStage> => {
    const stage = await stagePanel({ kind: 'booking', id: eva.id }, each);
    await press(stage, 'Edit');
    await type(stage, 'booking-notes', 'Left knee');
    return stage;
  };
  const change = async (stage: PanelStage, more: object = {}) => {
    const newer = { ...eva, version: eva.version + 1, notes: 'Their note' };
    const bookings = each.bookings.map((one) => (one.id === eva.id ? newer : one));
    stage.flow.set({ bookings, ...more });
    await settle(stage);
    return newer;
  };

  it('is accessible', async () => {
    const stage = await typed();
    await change(stage);
    await expect(stage).to.be.accessible();
  });

  it('shows the newer state by itself where nothing is typed', async () => {
    const stage = await stagePanel({ kind: 'booking', id: eva.id }, each);
    await change(stage);
    expect(text(stage)).to.contain('Their note').and.not.contain(notice);
  });

  it('keeps what is typed, and gives it up on request', async () => {
    const stage = await typed();
    await change(stage);
    expect(text(stage)).to.contain(notice);
    expect(find<HTMLTextAreaElement>(stage, '#booking-notes').value).to.equal('Left knee');
    await press(stage, 'Show the newer state');
    expect(text(stage)).to.contain('Their note').and.not.contain(notice);
    expect(stage.renderRoot.querySelector('#booking-notes')).to.equal(null);
  });

  it('shows no notice any more where one’s own is kept', async () => {
    const stage = await typed();
    await change(stage);
    await press(stage, 'Keep mine');
    expect(text(stage)).not.to.contain(notice);
    expect(find<HTMLTextAreaElement>(stage, '#booking-notes').value).to.equal('Left knee');
  });

  it('shows none for a change that was made here', async () => {
    const stage = await typed();
    const after = { ...eva, version: eva.version + 1 };
    const done = { intent: 'confirm', bookingId: eva.id, undoable: false, change: { before: eva, after } };
    await change(stage, { done });
    expect(text(stage)).not.to.contain(notice);
  });
});
