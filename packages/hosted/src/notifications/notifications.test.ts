import { expect } from '@open-wc/testing';
import { ConnectionError, RefusedError, type User } from '@coach-booking/sdk';
import { notificationCalls, settingsOf } from '../../test/notification-stage.ts';
import { failure } from '../../test/page-acts.ts';
import type { NotificationCalls, Patch, Settings } from './calls.ts';
import { NotificationsSection } from './notifications-section.ts';
import { notificationTextsFor } from './texts/index.ts';

let calls: NotificationCalls;
let sent: Patch[] = [];
class TestSection extends NotificationsSection {
  static override calls = () => calls;
}
customElements.define('coach-notifications', TestSection);

let section: TestSection;
const settle = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  role: User['role'] = 'client',
  settings: Settings = settingsOf[role === 'staff' ? 'coach' : role](),
  change: Partial<NotificationCalls> = {},
): Promise<void> {
  section?.remove();
  sent = [];
  const kept = notificationCalls(settings, change);
  calls = {
    ...kept,
    updateNotifications: ((patch: Patch) => {
      sent.push(patch);
      return kept.updateNotifications(patch);
    }) as NotificationCalls['updateNotifications'],
  };
  section = document.createElement('coach-notifications') as TestSection;
  section.session = () => 'token';
  section.user = { role };
  document.body.append(section);
  await settle();
}
const text = () => section.shadowRoot!.textContent.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
const all = <E extends Element>(selector: string) => [...section.shadowRoot!.querySelectorAll<E>(selector)];
const box = (name: string) => section.shadowRoot!.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
const radio = (value: string) => section.shadowRoot!.querySelector<HTMLInputElement>(`input[value="${value}"]`)!;
const choose = async (id: string, value: string) => {
  const field = section.shadowRoot!.querySelector<HTMLSelectElement>(`#${id}`)!;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
};
const press = async (words: string, at = 0) => {
  all<HTMLButtonElement>('button')
    .filter(({ textContent }) => textContent.trim() === words)
    [at]!.click();
  await settle();
};
const own = (...reminders: NonNullable<Settings['reminders']>): Settings => ({ ...settingsOf.client(), reminders });
const without = (state: 'not_set_up' | 'no_number' | 'opted_out'): Settings => {
  const settings = settingsOf.client();
  const channels = settings.channels.map((each) =>
    each.channel === 'sms' ? { ...each, state } : each,
  ) as Settings['channels'];
  return { ...settings, channels };
};

describe('choices about messages', () => {
  it('passes the accessibility check: of every role, with own reminders, with a problem, and in Arabic', async () => {
    for (const role of ['client', 'coach', 'staff', 'admin'] as const) {
      await open(role);
      await expect(section).to.be.accessible();
    }
    await open('client', own({ channel: 'push', minutesBefore: 45 }, { channel: 'push', minutesBefore: 60 }));
    await choose('when-1', '45');
    await expect(section).to.be.accessible();
    document.documentElement.lang = 'ar';
    document.documentElement.dir = 'rtl';
    await open();
    await expect(section).to.be.accessible();
    document.documentElement.lang = 'en';
    document.documentElement.dir = 'ltr';
  });

  it('shows kinds by channels, with a reason for those that always go', async () => {
    await open();
    expect(all('thead th').map(({ textContent }) => textContent)).to.deep.equal(['About', 'E-mail', 'SMS', 'Push']);
    const cancelled = all('tbody tr').find(({ textContent }) => textContent!.includes('cancelled'))!;
    expect(cancelled.textContent).to.contain('always').and.contain('not offered');
    expect(box('cancelled-push').checked).to.equal(false);
    expect(box('cancelled-push').getAttribute('aria-label')).to.equal('A session was cancelled: Push');
    expect(text()).to.contain('so that you have it in writing').and.contain('From 9:00 PM to 8:00 AM, by your clock');
  });

  it('saves each choice at once and announces it', async () => {
    await open();
    box('cancelled-push').click();
    await settle();
    expect(sent).to.deep.equal([{ kinds: { cancelled: { push: true } } }]);
    expect(all('[role=status]').some(({ textContent }) => textContent === 'Saved.')).to.equal(true);
    expect(box('cancelled-push').checked).to.equal(true);
  });

  it('sends choices that are made while another is being saved together after it', async () => {
    let go = (): void => undefined;
    const waits = new Promise<void>((done) => (go = done));
    const kept = notificationCalls();
    await open('client', settingsOf.client(), {
      updateNotifications: (async (patch: Patch) => {
        await waits;
        return kept.updateNotifications(patch);
      }) as NotificationCalls['updateNotifications'],
    });
    box('cancelled-push').click();
    box('reminder-sms').click();
    box('reminder-push').click();
    await settle();
    expect(sent).to.have.length(1);
    go();
    await settle();
    expect(sent[1]).to.deep.equal({ kinds: { reminder: { sms: false, push: false } } });
    expect(
      [box('cancelled-push'), box('reminder-sms'), box('reminder-push')].map(({ checked }) => checked),
    ).to.deep.equal([true, false, false]);
  });

  it('goes back to what is stored when a choice is refused, and shows why', async () => {
    const refused = new RefusedError(failure(422, 'EMAIL_UNPROVEN'));
    await open('client', settingsOf.client(), { updateNotifications: () => Promise.reject(refused) });
    box('reminder-email').click();
    await settle();
    expect(box('reminder-email').checked).to.equal(true);
    expect(section.shadowRoot!.querySelector('[role=alert] .problem')!.textContent).to.contain('Confirm your e-mail');
  });

  it('shows that the server cannot be reached, and reads again on request', async () => {
    let isAway = true;
    await open('client', settingsOf.client(), {
      getNotifications: (() =>
        isAway
          ? Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/me/notifications'))
          : Promise.resolve(settingsOf.client())) as NotificationCalls['getNotifications'],
    });
    expect(section.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('cannot be reached');
    isAway = false;
    await press('Try again');
    expect(all('tbody tr')).to.have.length(9);
  });

  for (const [state, words] of [
    ['no_number', 'no phone number'],
    ['opted_out', '+12125550101, which answered STOP'],
    ['not_set_up', 'sends no SMS'],
  ] as const)
    it(`shows why no SMS goes: ${state}`, async () => {
      await open('client', without(state));
      expect(text()).to.contain(words);
      expect(all('thead th')).to.have.length(state === 'not_set_up' ? 3 : 4);
    });

  it('has texts for every kind and reason in each language', async () => {
    const { texts } = notificationTextsFor('en');
    for (const language of ['de', 'es', 'fr', 'ar']) {
      const other = notificationTextsFor(language).texts;
      expect(Object.keys(other)).to.deep.equal(Object.keys(texts));
      for (const [key, value] of Object.entries(other))
        expect(value.match(/\{\w+\}/g) ?? [], key).to.have.members(
          texts[key as keyof typeof texts].match(/\{\w+\}/g) ?? [],
        );
    }
  });
});

describe('own reminders', () => {
  it('puts own reminders in place of the coach’s by one press, with one a day before to begin with', async () => {
    await open();
    expect(radio('coach').checked).to.equal(true);
    radio('own').click();
    await settle();
    expect(sent).to.deep.equal([{ reminders: [{ channel: 'email', minutesBefore: 1440 }] }]);
    await choose('when-0', '60');
    await choose('by-0', 'push');
    expect(sent.at(-1)).to.deep.equal({ reminders: [{ channel: 'push', minutesBefore: 60 }] });
    radio('coach').click();
    await settle();
    expect(sent.at(-1)).to.deep.equal({ reminders: null });
  });

  it('keeps a time that is none of those offered', async () => {
    await open('client', own({ channel: 'push', minutesBefore: 45 }));
    const field = section.shadowRoot!.querySelector<HTMLSelectElement>('#when-0')!;
    expect(field.selectedOptions[0]!.textContent.trim()).to.equal('45 minutes before');
  });

  it('adds and removes reminders, moves the focus to the next control, and has none once the last is removed', async () => {
    await open('client', own({ channel: 'push', minutesBefore: 60 }));
    await press('Add a reminder');
    expect(section.shadowRoot!.activeElement!.id).to.equal('when-1');
    await press('Remove', 0);
    expect(sent.at(-1)).to.deep.equal({ reminders: [{ channel: 'email', minutesBefore: 1440 }] });
    expect(section.shadowRoot!.activeElement!.className).to.equal('add');
    await press('Remove');
    expect(sent.at(-1)).to.deep.equal({ reminders: [] });
    expect(section.shadowRoot!.activeElement).to.equal(radio('none'));
  });

  it('offers five reminders at most', async () => {
    await open(
      'client',
      own(...[15, 30, 60, 120, 240].map((minutesBefore) => ({ channel: 'sms' as const, minutesBefore }))),
    );
    expect(section.shadowRoot!.querySelector<HTMLButtonElement>('.add')!.hidden).to.equal(true);
  });

  it('saves no reminders while one is there twice, and shows that beside it', async () => {
    await open('client', own({ channel: 'push', minutesBefore: 60 }, { channel: 'push', minutesBefore: 120 }));
    await choose('when-1', '60');
    expect(sent).to.deep.equal([]);
    expect(section.shadowRoot!.querySelector('#said-1')!.textContent).to.equal('This reminder is there already.');
    await choose('by-1', 'email');
    expect(sent).to.have.length(1);
  });

  it('shows that the channel of a reminder is switched off above', async () => {
    await open('client', own({ channel: 'push', minutesBefore: 60 }));
    box('reminder-push').click();
    await settle();
    expect(text()).to.contain('Reminders by Push are switched off above.');
  });

  it('lets the team choose none or their own, and shows admins no part about reminders', async () => {
    await open('coach');
    expect(all('input[type=radio]')).to.have.length(2);
    expect(radio('none').checked).to.equal(true);
    radio('own').click();
    await settle();
    radio('none').click();
    await settle();
    expect(sent.at(-1)).to.deep.equal({ reminders: null });
    await open('admin');
    expect(all('input')).to.deep.equal([]);
  });
});
