import { expect } from '@open-wc/testing';
import {
  account,
  bare,
  click,
  failedAccountMail,
  failedMessage,
  find,
  findAll,
  full,
  focused,
  messaging,
  noMessaging,
  ok,
  open,
  refused,
  send,
  settle,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');

describe('messages', () => {
  it('shows how far messages are behind, and those that were given up with the reason', async () => {
    const page = await open('#messages');
    const [counts, list] = findAll(page, 'table').map((table) => plain(table.textContent));
    expect(counts).to.contain('Confirmation by e-mail').and.contain('Password reset by e-mail');
    expect(counts).to.match(/Waiting\s*3.*Late\s*1.*Tried again\s*2.*Given up\s*1.*Perhaps sent\s*0/);
    expect(list)
      .to.contain('the client')
      .and.contain('the provider refused it (550)')
      .and.contain(failedMessage.bookingId!);
    expect(list).to.contain('the person wants no such messages');
    expect(stage.asked).to.include('GET /v1/messages?state=failed');
  });

  it('shows how webhooks fare, and the mails about accounts that nobody got', async () => {
    const page = await open('#messages');
    expect(plain(find(page, 'dl.facts')!.textContent)).to.match(
      /Waiting\s*4.*Late\s*0.*Tried again\s*2.*Given up\s*1.*within an hour\s*37.*switched off\s*1/,
    );
    const [, , accounts] = findAll(page, 'table').map((table) => plain(table.textContent));
    expect(accounts).to.contain('Proof of an address').and.contain('the provider refused it (550)');
    expect(accounts).to.contain(failedAccountMail.userId);
    expect(stage.asked).to.include('GET /v1/messages/accounts?state=failed');
  });

  it('lists messages by the state in the address', async () => {
    const page = await open('#messages');
    const state = find<HTMLSelectElement>(page, '#state')!;
    state.value = 'unknown';
    state.dispatchEvent(new Event('change', { bubbles: true }));
    await settle(page);
    expect(location.hash).to.equal('#messages?state=unknown');
    expect(stage.asked.slice(-2)).to.deep.equal([
      'GET /v1/messages?state=unknown',
      'GET /v1/messages/accounts?state=unknown',
    ]);
  });

  it('shows that all messages left', async () => {
    const text = textOf(await open('#messages', admin, bare));
    expect(text).to.contain('nothing is late').and.contain('None in this state.').and.contain('arrive in time');
  });
});

describe('the sender', () => {
  const saved = 'PATCH /v1/partner/messaging';

  it('sends what was changed alone, with its version', async () => {
    const page = await open('#sender', admin, { ...full, [saved]: () => ok({ ...messaging, version: 4 }) });
    await type(page, '#senderName', ' Pier Gym ');
    await type(page, '#postalAddress', '');
    await type(page, '#maxPerDay', '20');
    await send(page, 'form.plain');
    expect(stage.bodies).to.deep.equal([
      { email: { senderName: 'Pier Gym' }, postalAddress: null, sms: { maxPerDay: 20 }, version: 3 },
    ]);
    expect(textOf(page)).to.contain('Saved');
  });

  it('needs the account, its token and one sender for SMS, and names what is wrong', async () => {
    const page = await open('#sender', admin, { ...full, 'GET /v1/partner/messaging': () => ok(noMessaging) });
    await type(page, '#accountSid', 'AC1');
    await type(page, '#replyTo', 'hello');
    await send(page, 'form.plain');
    const wrong = findAll(page, '[aria-invalid="true"]').map(({ id }) => id);
    expect(wrong).to.deep.equal(['replyTo', 'accountSid', 'authToken', 'smsFrom']);
    expect(focused(page)?.id).to.equal('replyTo');
    expect(stage.bodies).to.deep.equal([]);
  });

  it('sets up an account the first time, and clears the token from the page', async () => {
    const answers = { ...full, 'GET /v1/partner/messaging': () => ok(noMessaging), [saved]: () => ok(messaging) };
    const page = await open('#sender', admin, answers);
    const [sid, token] = [`AC${'1'.repeat(32)}`, 'f'.repeat(32)];
    await type(page, '#accountSid', sid);
    await type(page, '#authToken', token);
    await type(page, '#smsService', `MG${'2'.repeat(32)}`);
    await send(page, 'form.plain');
    expect(stage.bodies).to.deep.equal([
      {
        sms: { provider: 'twilio', accountSid: sid, authToken: token, messagingServiceSid: `MG${'2'.repeat(32)}` },
        version: 0,
      },
    ]);
    expect(find<HTMLInputElement>(page, '#authToken')!.value).to.equal('');
    expect(find<HTMLInputElement>(page, '#authToken')!.type).to.equal('password');
  });

  it('keeps what was typed when another admin saved meanwhile, and writes nothing', async () => {
    const theirs = { ...messaging, postalAddress: 'Pier 9', version: 4 };
    let now = messaging;
    const page = await open('#sender', admin, {
      ...full,
      'GET /v1/partner/messaging': () => ok(now),
      [saved]: () => refused(409, 'VERSION_CONFLICT', 'Somebody changed it.'),
    });
    now = theirs;
    await type(page, '#senderName', 'Mine');
    await send(page, 'form.plain');
    expect(find<HTMLInputElement>(page, '#senderName')!.value).to.equal('Mine');
    expect(find<HTMLInputElement>(page, '#postalAddress')!.value).to.equal('Pier 9');
    expect(textOf(page)).to.contain('Somebody else saved in the meantime');
  });

  it('removes the SMS account', async () => {
    const page = await open('#sender', admin, { ...full, [saved]: () => ok({ ...noMessaging, version: 4 }) });
    await click(page, 'button.start');
    expect(stage.bodies).to.deep.equal([{ sms: null, version: 3 }]);
    expect(find(page, 'button.start')).to.equal(null);
    expect(focused(page)?.id).to.equal('accountSid');
  });

  for (const [outcome, text] of [
    [{ outcome: 'accepted' }, 'The provider took it'],
    [{ outcome: 'refused', code: '21606', detail: 'The From number is not yours.' }, 'refused it (21606)'],
    [{ outcome: 'unknown' }, 'may have been sent'],
    [{ outcome: 'not_sent' }, 'nothing leaves'],
  ] as const)
    it(`shows that a test message was ${outcome.outcome}`, async () => {
      const answer = { channel: 'email', ...outcome };
      const page = await open('#sender', admin, { ...full, 'POST /v1/partner/messaging/test': () => ok(answer) });
      await click(page, '.ways button:nth-of-type(2)');
      expect(stage.bodies).to.deep.equal([{ channel: 'email' }]);
      expect(plain(textOf(page))).to.contain(text);
      if ('detail' in outcome) expect(textOf(page)).to.contain(outcome.detail);
    });
});
