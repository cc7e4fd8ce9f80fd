import { expect } from '@open-wc/testing';
import type { FoundPerson } from '@coach-booking/sdk';
import { calendarStates, wallAt } from '../../../../test/calendar-states.ts';
import { find, focusedId, press, send, settle, text, type } from '../../../../test/panel-acts.ts';
import { stagePanel, type PanelStage } from '../../../../test/panel-stage.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import type { Panel } from '../parts/panel.ts';

const ana: FoundPerson = { kind: 'client', id: 'a'.repeat(24), name: 'Ana Torres', email: 'ana@example.com' };
const other: FoundPerson = { kind: 'lead', id: 'b'.repeat(24), name: 'Ana Torres', phone: '+12125550100' };

/** M7: a known client became a new person, since only details were sent. */
describe('M7 the person of a new booking', () => {
  const open = async (people: readonly FoundPerson[] | null = [ana, other]): Promise<PanelStage> => {
    const panel: Panel = { kind: 'create', start: wallAt('2028-04-13', '10:00') };
    const stage = await stagePanel(panel, calendarStates.each);
    stage.flow.finds(people);
    return stage;
  };
  const input = (stage: PanelStage) => find<HTMLInputElement>(stage, '#new-name');
  const list = (stage: PanelStage) => find(stage, '#new-people');
  const looked = async (stage: PanelStage, letters = 'ana') => {
    await type(stage, 'new-name', letters);
    await waitUntil(() => !list(stage).hidden);
  };
  const key = async (stage: PanelStage, name: string) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true });
    input(stage).dispatchEvent(event);
    await settle(stage);
    return event.defaultPrevented;
  };
  const reached = (stage: PanelStage) => input(stage).getAttribute('aria-activedescendant');
  const sent = (stage: PanelStage) => stage.flow.asked('create')[0]![0] as Record<string, unknown>;

  it('passes the accessibility check while the results are shown, and once one is chosen', async () => {
    const stage = await open();
    await looked(stage);
    await key(stage, 'ArrowDown');
    await expect(stage).to.be.accessible();
    await key(stage, 'Enter');
    await expect(stage).to.be.accessible();
  });

  it('finds a person by the keyboard, with what distinguishes namesakes, and sends the account’s id', async () => {
    const stage = await open();
    await looked(stage);
    expect(input(stage).getAttribute('aria-expanded')).to.equal('true');
    expect(text(stage, '#new-person-0')).to.contain('Client with an account').and.contain('ana@example.com');
    expect(text(stage, '#new-person-1')).to.contain('Without an account').and.contain('+12125550100');
    expect(reached(stage)).to.equal(null);
    for (const [name, id] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowDown', 0],
      ['ArrowUp', 1],
      ['ArrowUp', 0],
    ] as const) {
      expect(await key(stage, name)).to.equal(true);
      expect(reached(stage)).to.equal(`new-person-${id}`);
      expect(find(stage, `#new-person-${id}`).ariaSelected).to.equal('true');
    }
    expect(await key(stage, 'Enter')).to.equal(true);
    await settle(stage);
    expect(focusedId(stage)).to.equal('new-other');
    expect(text(stage, '.chosen')).to.contain('Ana Torres Client with an account · ana@example.com');
    await send(stage);
    expect(sent(stage)).to.include({ clientId: ana.id }).and.not.have.any.keys('attendee', 'leadId');
  });

  it('chooses a person with the pointer too, who can be replaced afterwards', async () => {
    const stage = await open();
    await looked(stage);
    find(stage, '#new-person-1').click();
    await settle(stage);
    expect(stage.renderRoot.textContent).to.contain('Without an e-mail this person receives no messages.');
    await press(stage, 'Somebody else');
    await settle(stage);
    expect(focusedId(stage)).to.equal('new-name');
    expect(input(stage).value).to.equal('ana');
    await looked(stage, 'ana t');
    find(stage, '#new-person-1').click();
    await settle(stage);
    await send(stage);
    expect(sent(stage)).to.include({ leadId: other.id }).and.not.have.any.keys('attendee', 'clientId');
  });

  it('searches once the typing pauses, and not with one letter', async () => {
    const stage = await open();
    for (const letters of ['a', 'an', 'ana']) await type(stage, 'new-name', letters);
    await waitUntil(() => !list(stage).hidden);
    expect(stage.flow.asked('findPeople')).to.deep.equal([['ana']]);
    await type(stage, 'new-name', 'a');
    expect(list(stage).hidden).to.equal(true);
  });

  it('makes a new person where no result is chosen: Escape closes the list alone, as leaving the field does', async () => {
    const stage = await open();
    await looked(stage);
    expect(await key(stage, 'Escape')).to.equal(true);
    expect([list(stage).hidden, stage.opened]).to.deep.equal([true, []]);
    await key(stage, 'Escape');
    expect(text(stage, '[role=alertdialog]'), 'M12').to.contain('Discard what you typed?');
    await press(stage, 'Keep editing');
    await new Promise(requestAnimationFrame);
    await key(stage, 'ArrowDown');
    expect(list(stage).hidden).to.equal(false);
    find(stage, '#new-phone').focus();
    await settle(stage);
    expect(list(stage).hidden).to.equal(true);
    await send(stage);
    expect(sent(stage)['attendee']).to.deep.equal({ name: 'ana' });
  });

  it('accepts a typed person where the search fails, which is shown', async () => {
    const stage = await open(null);
    await type(stage, 'new-name', 'ana');
    await waitUntil(() => stage.renderRoot.textContent!.includes('could not be searched'));
    await send(stage);
    expect(sent(stage)['attendee']).to.deep.equal({ name: 'ana' });
  });
});
