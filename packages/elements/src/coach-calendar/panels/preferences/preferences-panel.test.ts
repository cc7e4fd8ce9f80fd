import { expect } from '@open-wc/testing';
import { calendarStates } from '../../../../test/calendar-states.ts';
import { find, press, send, settle, text, type } from '../../../../test/panel-acts.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import { shortcutsFile } from '../shortcuts/shortcuts-panel.ts';
import { preferencesFile } from './preferences-panel.ts';

const formOf = (stage: PanelStage) =>
  waitUntil(() => stage.renderRoot.querySelector('dialog form'), 'the file of the form comes');

/** Returns the preferences, with the file of their form. */
const opened = async () => {
  const stage = await stagePanel({ kind: 'preferences' }, calendarStates.each);
  await formOf(stage);
  return stage;
};

describe('the files of preferences and shortcuts', () => {
  for (const [kind, file, part] of [
    ['preferences', preferencesFile, 'form'],
    ['shortcuts', shortcutsFile, '.keys'],
  ] as const)
    it(`loads ${kind} again that could not be loaded, and once for all panels`, async () => {
      const { load } = file;
      Object.assign(file, { load: () => Promise.reject(new Error('no network')) });
      const stage = await stagePanel({ kind }, calendarStates.each);
      await settle(stage);
      expect(text(stage)).to.contain('There was no answer in time');
      Object.assign(file, { load });
      await press(stage, 'Try again');
      await waitUntil(() => stage.renderRoot.querySelector(`dialog ${part}`), 'the file comes');
      expect(find(await stagePanel({ kind }, calendarStates.each), part)).not.to.equal(null);
    });
});

describe('preferences', () => {
  it('saves preferences with chosen colours, or without any for the standard ones', async () => {
    const stage = await opened();
    await type(stage, 'pref-weekStart', '0');
    await type(stage, 'colour-confirmed', '#2196f3');
    expect(getComputedStyle(find(stage, '.colour.status-confirmed .sample')).color).to.equal('rgb(0, 0, 0)');
    await send(stage);
    expect(stage.flow.asked('savePreferences')[0]![0]).to.deep.include({
      weekStart: 0,
      colours: { confirmed: '#2196f3' },
    });

    const again = await opened();
    await press(again, 'Standard colours');
    await send(again);
    expect(again.flow.asked('savePreferences')[0]![0]).not.to.have.property('colours');
  });

  it('starts from the colours that are shown', async () => {
    const stage = await stagePanel(null, calendarStates.each);
    stage.panel = { kind: 'preferences' };
    stage.requestUpdate();
    await formOf(stage);
    expect(find<HTMLInputElement>(stage, '#colour-pending').value).to.equal('#b45309');
  });

  it('refuses a day that ends before it starts', async () => {
    const stage = await opened();
    await type(stage, 'pref-dayEnd', '05:00');
    await send(stage);
    expect(stage.flow.asked('savePreferences')).to.deep.equal([]);
  });
});
