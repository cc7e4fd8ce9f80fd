import { expect } from '@open-wc/testing';
import { clientBooking, clientViews } from '../../../test/client-states.ts';
import { dialogText, isRead, stageBooking, stageClient } from '../../../test/client-stage.ts';
import { find, findAll, focused } from '../../../test/mount-calendar.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { clientFile } from '../panels/client/client-panel.ts';
import { en } from './translations/en.ts';

const id = clientBooking.attendee.id;
const button = 'button[part~="client"]';

describe('a client who cannot be shown', () => {
  it('shows while it is being read', async () => {
    const stage = await stageClient(clientViews.loading);
    expect(find(stage.element, '.panel-client [role=status]').textContent).to.equal(en.loading);
    expect(find(stage.element, '.panel-client').ariaBusy).to.equal('true');
  });

  it('S1 explains what an unshared client means, and offers no retry', async () => {
    const stage = await stageClient(clientViews.notConnected);
    expect(dialogText(stage))
      .to.contain('Ana Diaz has not shared their profile with you.')
      .and.contain('You see what each booking has');
    expect(findAll(stage.element, '.step button')).to.have.length(0);
  });

  for (const [name, words] of [
    ['failed', 'Something went wrong on our side. Please try again.'],
    ['offline', 'You are offline. A client is read from the server each time'],
    ['limited', 'Please wait 30 seconds.'],
  ] as const)
    it(`explains why, tries again, and keeps the keyboard in the panel: ${name}`, async () => {
      const stage = await stageClient(clientViews[name]);
      expect(find(stage.element, '.panel-client [role=alert]').textContent).to.contain(words);
      const again = find(stage.element, '.step button');
      again.focus();
      again.click();
      stage.flow.set({ client: clientViews.loading });
      await stage.element.updateComplete;
      expect(stage.flow.asked('openClient')).to.deep.equal([[id], [id]]);
      expect(focused(stage.element)!.id).to.equal('panel-title');
      stage.flow.set({ client: clientViews.full });
      await stage.element.updateComplete;
      expect(dialogText(stage)).to.contain('Left knee');
    });

  it('reads no client whose file cannot be loaded, and loads the file again', async () => {
    const { load } = clientFile;
    clientFile.load = () => Promise.reject(new TypeError('Failed to fetch'));
    try {
      const stage = await stageBooking();
      find(stage.element, button).click();
      await waitUntil(() => findAll(stage.element, '.panel-client [role=alert]').length > 0);
      await expect(stage.element).to.be.accessible();
      expect(stage.flow.asked('openClient')).to.deep.equal([]);
      clientFile.load = load;
      find(stage.element, '.step button').click();
      await isRead(stage);
      expect(focused(stage.element)!.id).to.equal('panel-title');
    } finally {
      clientFile.load = load;
    }
  });

  it('offers no retry for a client who may not be read', async () => {
    const stage = await stageClient(clientViews.forbidden);
    expect(find(stage.element, '.panel-client [role=alert]').textContent).to.contain('You may not see this client.');
    expect(findAll(stage.element, '.step button')).to.have.length(0);
  });

  it('stays as read when the connection is lost, which is shown', async () => {
    const stage = await stageClient(clientViews.full);
    stage.flow.set({ connection: 'offline' });
    await stage.element.updateComplete;
    expect(dialogText(stage)).to.contain(en.readBefore).and.contain('Left knee');
  });
});
