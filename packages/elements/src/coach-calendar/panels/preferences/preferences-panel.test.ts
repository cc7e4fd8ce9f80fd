import { expect } from '@open-wc/testing';
import { calendarStates } from '../../../../test/calendar-states.ts';
import { find, press, send, settle, type } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';

describe('preferences', () => {
  it('saves preferences with chosen colours, or without any for the standard ones', async () => {
    const stage = await stagePanel({ kind: 'preferences' }, calendarStates.each);
    await type(stage, 'pref-weekStart', '0');
    await type(stage, 'colour-confirmed', '#2196f3');
    expect(getComputedStyle(find(stage, '.colour.status-confirmed .sample')).color).to.equal('rgb(0, 0, 0)');
    await send(stage);
    expect(stage.flow.asked('savePreferences')[0]![0]).to.deep.include({
      weekStart: 0,
      colours: { confirmed: '#2196f3' },
    });

    const again = await stagePanel({ kind: 'preferences' }, calendarStates.each);
    await press(again, 'Standard colours');
    await send(again);
    expect(again.flow.asked('savePreferences')[0]![0]).not.to.have.property('colours');
  });

  it('starts from the colours that are shown', async () => {
    const stage = await stagePanel(null, calendarStates.each);
    stage.panel = { kind: 'preferences' };
    stage.requestUpdate();
    await settle(stage);
    expect(find<HTMLInputElement>(stage, '#colour-pending').value).to.equal('#b45309');
  });

  it('refuses a day that ends before it starts', async () => {
    const stage = await stagePanel({ kind: 'preferences' }, calendarStates.each);
    await type(stage, 'pref-dayEnd', '05:00');
    await send(stage);
    expect(stage.flow.asked('savePreferences')).to.deep.equal([]);
  });
});
