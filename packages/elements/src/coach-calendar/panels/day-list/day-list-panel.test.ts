import { expect } from '@open-wc/testing';
import { calendarStates, oneOfEach } from '../../../../test/calendar-states.ts';
import { buttons } from '../../../../test/panel-acts.ts';
import { stagePanel } from '../../../../test/panel-stage.ts';

const eva = oneOfEach[4]!;

describe('a day of the month', () => {
  it('opens the booking that is pressed', async () => {
    const stage = await stagePanel({ kind: 'dayList', date: '2028-04-12' }, calendarStates.each);
    buttons(stage)
      .find(({ textContent }) => textContent.includes('Eva'))!
      .click();
    expect(stage.opened).to.deep.equal([{ kind: 'booking', id: eva.id }]);
  });
});
