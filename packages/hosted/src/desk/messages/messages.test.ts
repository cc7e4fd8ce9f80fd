import { expect } from '@open-wc/testing';
import { ConflictError, RefusedError, type User } from '@coach-booking/sdk';
import type { LitElement } from 'lit';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { messageCalls, templates } from '../../../test/message-stage.ts';
import { failure } from '../../../test/page-acts.ts';
import type { MessageCalls } from './calls.ts';
import { defineMessages } from './elements.ts';
import { DeskMessages } from './messages-page.ts';

let calls: MessageCalls;
class TestMessages extends DeskMessages {
  static override calls = () => calls;
}
defineMessages(TestMessages);

let page: TestMessages;
const settle = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done));
};
async function open(change: Partial<MessageCalls> = {}, user: User = account('coach')): Promise<void> {
  page?.remove();
  calls = messageCalls(change);
  page = document.createElement('coach-desk-messages') as TestMessages;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me' });
  document.body.append(page);
  await settle();
}
const part = (name: string): LitElement => page.shadowRoot!.querySelector<LitElement>(`coach-desk-${name}`)!;
const editor = () => part('texts').shadowRoot!.querySelector<LitElement>('coach-desk-text')!;
const within = <E extends HTMLElement>(host: LitElement, selector: string) =>
  host.shadowRoot!.querySelector<E>(selector)!;
const text = (host: LitElement) => host.shadowRoot!.textContent.replace(/\s+/g, ' ');
const press = async (host: LitElement, words: string) => {
  [...host.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const put = async (host: LitElement, selector: string, value: string) => {
  const field = within<HTMLInputElement>(host, selector);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
};

describe('Settings › Messages', () => {
  it('passes the accessibility check: as a coach, a member of the team and an admin, and with a text open', async () => {
    for (const role of ['coach', 'staff', 'admin'] as const) {
      await open({}, account(role));
      await expect(page).to.be.accessible();
    }
    await open();
    await press(part('texts'), 'Edit');
    await press(editor(), 'Show a preview');
    await expect(page).to.be.accessible({ ignoredRules: ['frame-tested'] });
  });

  describe('reminders', () => {
    const saved: unknown[] = [];
    const patchSchedule = (async (change: unknown) => {
      saved.push(change);
      return { scheduleVersion: 4 };
    }) as unknown as MessageCalls['patchSchedule'];
    beforeEach(() => void saved.splice(0));

    it('describes each reminder in a sentence', async () => {
      await open();
      expect(text(part('reminders'))).to.contain('A mail goes 24 hours before the session.');
      expect(text(part('reminders'))).to.contain('An SMS goes 2 hours before the session.');
      expect(text(part('reminders'))).to.contain('A push message goes 30 minutes before the session.');
    });

    it('changes, adds and removes reminders, and saves them by the version that was read', async () => {
      await open({ patchSchedule });
      const reminders = part('reminders');
      await put(reminders, '#amount-0', '3');
      await put(reminders, '#unit-0', 'day');
      await press(reminders, 'Remove');
      await press(reminders, 'Add a reminder');
      await put(reminders, '#channel-2', 'sms');
      await put(reminders, '#amount-2', '45');
      await put(reminders, '#unit-2', 'minute');
      within(reminders, 'input[type=checkbox]').click();
      await press(reminders, 'Save');
      const rules = [
        { channel: 'sms', minutesBefore: 120 },
        { channel: 'push', minutesBefore: 30 },
        { channel: 'sms', minutesBefore: 45 },
      ];
      expect(saved).to.deep.equal([{ coach: 'me', reminders: { rules, followUp: false }, scheduleVersion: 3 }]);
      expect(text(reminders)).to.contain('Saved.');
      await press(reminders, 'Save');
      expect(saved[1]).to.have.property('scheduleVersion', 4);
    });

    it('refuses to save a reminder that is double or too long, and moves the keyboard to it', async () => {
      await open({ patchSchedule });
      const reminders = part('reminders');
      await press(reminders, 'Add a reminder');
      await put(reminders, '#amount-3', '24');
      expect(text(reminders)).to.contain('This reminder is there already.');
      await put(reminders, '#unit-3', 'day');
      await put(reminders, '#amount-3', '31');
      await press(reminders, 'Save');
      expect(saved).to.deep.equal([]);
      expect(reminders.shadowRoot!.activeElement!.id).to.equal('amount-3');
    });

    const moved = () => new ConflictError(failure(409, 'VERSION_CONFLICT'));
    for (const [title, followUp, said, writes] of [
      ['are saved all the same when something else in the schedule changed', true, 'Saved.', 2],
      ['are kept and not saved when somebody else changed them', false, 'Somebody else changed', 1],
    ] as const)
      it(title, async () => {
        let reads = 0;
        const { reminders } = await messageCalls().getSchedule({ coach: 'me' });
        await open({
          getSchedule: (async () => ({
            reminders: { ...reminders, followUp: reads++ === 0 ? true : followUp },
            scheduleVersion: reads === 1 ? 3 : 9,
          })) as unknown as MessageCalls['getSchedule'],
          patchSchedule: (async (change: { scheduleVersion: number }) => {
            saved.push(change);
            if (change.scheduleVersion === 3) throw moved();
            return { scheduleVersion: 10 };
          }) as unknown as MessageCalls['patchSchedule'],
        });
        await put(part('reminders'), '#amount-0', '5');
        await press(part('reminders'), 'Save');
        await settle();
        expect(text(part('reminders'))).to.contain(said);
        expect(saved).to.have.length(writes);
        expect(within<HTMLInputElement>(part('reminders'), '#amount-0').value).to.equal('5');
        await press(part('reminders'), 'Save');
        expect(saved.at(-1)).to.have.property('scheduleVersion', writes === 1 ? 9 : 10);
      });
  });

  describe('texts', () => {
    it('lists texts with their owners, for another reader or language on demand', async () => {
      const asked: unknown[] = [];
      await open({
        listCoachTemplates: (async (filter: unknown) => {
          asked.push(filter);
          return templates;
        }) as unknown as MessageCalls['listCoachTemplates'],
      });
      const rows = [...part('texts').shadowRoot!.querySelectorAll('li span[id]')];
      expect(rows.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).slice(0, 2)).to.deep.equal([
        'Booking · E-mail standard',
        'Booking · SMS your own',
      ]);
      await put(part('texts'), '#language', 'de');
      await put(part('texts'), '#audience', 'coach');
      expect(asked.at(-1)).to.deep.equal({ coach: 'me', audience: 'coach', language: 'de' });
    });

    it('writes texts with variables put in, and saves them', async () => {
      const saved: unknown[] = [];
      const { setCoachTemplate } = messageCalls();
      await open({
        setCoachTemplate: (async (given: Parameters<typeof setCoachTemplate>[0]) => {
          saved.push(given);
          return setCoachTemplate(given);
        }) as MessageCalls['setCoachTemplate'],
      });
      await press(part('texts'), 'Edit');
      expect(editor().shadowRoot!.activeElement!.localName).to.equal('h3');
      const body = within<HTMLTextAreaElement>(editor(), '#body');
      body.value = 'See you !';
      body.setSelectionRange(8, 8);
      await press(editor(), 'when');
      await press(editor(), 'Save');
      const about = { coach: 'me', kind: 'confirmed', channel: 'email', audience: 'attendee', language: 'en' };
      const subject = 'Your booking with {{ coach.name }}';
      expect(saved).to.deep.equal([{ ...about, subject, body: 'See you {{ when }}!' }]);
      expect(text(editor())).to.contain('Saved.');
      await press(part('texts'), 'Back to all texts');
      expect(text(part('texts'))).to.contain('Booking · E-mail your own');
      expect(part('texts').shadowRoot!.activeElement!.id).to.equal('edit-0');
    });

    it('shows what is wrong with a text, and keeps what was typed', async () => {
      const problems = [
        { code: 'UNKNOWN_VARIABLE', severity: 'error', path: 'body', line: 2, message: 'There is no lead.nam.' },
      ] as const;
      await open({
        setCoachTemplate: () =>
          Promise.reject(
            new RefusedError({ ...failure(422, 'TEMPLATE_INVALID'), details: { problems: [...problems] } }),
          ),
      });
      await press(part('texts'), 'Edit');
      within<HTMLTextAreaElement>(editor(), '#body').value = 'Hi\n{{ lead.nam }}';
      await press(editor(), 'Save');
      expect(within(editor(), '[role=alert]').textContent).to.contain('This was not saved');
      expect(text(editor())).to.contain('line 2: There is no lead.nam.');
      expect(within<HTMLTextAreaElement>(editor(), '#body').value).to.equal('Hi\n{{ lead.nam }}');
    });

    it('removes the coach’s text, and puts the standard one into the form', async () => {
      await open();
      [...part('texts').shadowRoot!.querySelectorAll('button')][1]!.click();
      await settle();
      expect(within(editor(), '#subject')).to.equal(null);
      await press(editor(), 'Remove my own text');
      expect(within<HTMLTextAreaElement>(editor(), '#body').value).to.contain('see you {{ when }}');
      expect(text(editor())).to.contain('Removed.');
    });

    it('shows the preview of a mail in a frame without an origin', async () => {
      await open();
      await press(part('texts'), 'Edit');
      await press(editor(), 'Show a preview');
      const frame = within<HTMLIFrameElement>(editor(), 'iframe');
      expect(frame.getAttribute('sandbox')).to.equal('allow-scripts');
      expect(frame.getAttribute('src')).to.match(/^\/pages\/preview/);
      expect(text(editor())).to.contain('Your booking with Maria Santos');
    });

    it('shows no texts to the team, which may not write them', async () => {
      await open({}, account('staff'));
      expect(part('texts')).to.equal(null);
      expect(page.shadowRoot!.textContent).to.contain('decided by the coach');
    });
  });

  describe('channels', () => {
    it('shows an admin how the channels are set up', async () => {
      await open({}, account('admin'));
      expect(text(part('channels')).replace(/[\u2068\u2069]/g, '')).to.contain(
        'SMS go from +15005550006, at most 500 a day.',
      );
      expect(text(part('channels')).replace(/[\u2068\u2069]/g, '')).to.contain('From 21:00 to 08:00');
    });

    it('requests nothing that a coach may not read', async () => {
      await open({ getMessaging: () => Promise.reject(new Error('asked')) });
      expect(text(part('channels'))).to.contain('An admin does that.');
    });
  });
});
