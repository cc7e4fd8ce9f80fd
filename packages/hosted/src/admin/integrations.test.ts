import { expect } from '@open-wc/testing';
import {
  account,
  click,
  find,
  findAll,
  focused,
  full,
  ok,
  open,
  partner,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';
import { integrations } from '../../test/admin/integrations.ts';

const admin = account('admin');
const SET = 'PUT /v1/partner/integrations/zoom';
const [google, , zoom] = integrations;
const { videoFallback: _room, ...withoutRoom } = partner;

describe('providers', () => {
  it('passes the accessibility check with fields to fill in, and with the question whether to remove one', async () => {
    const page = await open('#providers');
    await send(page, '#zoom-clientId');
    await expect(page).to.be.accessible();
    await click(page, 'button.remove');
    expect(find<HTMLDialogElement>(page, 'dialog')!.open).to.equal(true);
    await expect(page).to.be.accessible();
  });

  it('says by whose client each provider works, and which address to register', async () => {
    const page = await open('#providers');
    const cards = findAll(page, 'fieldset').map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(cards[0]).to.contain('Your own client is used.').and.contain('every connection ends after 7 days');
    expect(cards[0]).to.contain('https://book.example/oauth/google/callback');
    expect(cards[1]).to.contain('The client of this server is used.').and.not.contain('7 days');
    expect(cards[2]).to.contain('No client is set');
    expect(find<HTMLInputElement>(page, '#google-clientId')!.value).to.equal(google!.clientId);
    expect(find<HTMLInputElement>(page, '#google-clientSecret')!.value).to.equal('');
    expect(findAll(page, 'button.remove')).to.have.length(1);
  });

  it('sets a client, with the version that was read, and forgets its secrets', async () => {
    const saved = { ...zoom!, source: 'partner' as const, clientId: 'z1', accountId: 'a1', version: 1 };
    const page = await open('#providers', admin, { ...full, [SET]: () => ok(saved) });
    await type(page, '#zoom-clientId', ' z1 ');
    await type(page, '#zoom-clientSecret', 'secret');
    await type(page, '#zoom-accountId', 'a1');
    await send(page, '#zoom-clientId');
    expect(stage.asked.at(-1)).to.equal(SET);
    expect(stage.bodies.at(-1)).to.deep.equal({
      clientId: 'z1',
      clientSecret: 'secret',
      accountId: 'a1',
      version: 0,
    });
    expect(textOf(page)).to.contain('Saved');
    expect(find<HTMLInputElement>(page, '#zoom-clientSecret')!.value).to.equal('');
    expect(find<HTMLInputElement>(page, '#zoom-accountId')!.value).to.equal('a1');
  });

  it('sends nothing without a secret, and moves the keyboard there', async () => {
    const page = await open('#providers');
    await type(page, '#zoom-clientId', 'z1');
    await send(page, '#zoom-clientId');
    expect(stage.asked).not.to.contain(SET);
    expect(focused(page)?.id).to.equal('zoom-clientSecret');
  });

  it('says that somebody else has changed it, and keeps what is typed', async () => {
    const page = await open('#providers', admin, {
      ...full,
      [SET]: () => refused(409, 'VERSION_CONFLICT', 'It was changed in the meantime.'),
    });
    await type(page, '#zoom-clientId', 'z1');
    await type(page, '#zoom-clientSecret', 'secret');
    await send(page, '#zoom-clientId');
    expect(find(page, '[role=alert] .problem')!.textContent.trim()).not.to.equal('');
    expect(find<HTMLInputElement>(page, '#zoom-clientId')!.value).to.equal('z1');
  });

  it('removes a client once that is confirmed', async () => {
    const path = 'DELETE /v1/partner/integrations/google';
    const { clientId: _own, ...left } = { ...google!, source: 'none' as const, version: 0 };
    const page = await open('#providers', admin, { ...full, [path]: () => ok(left) });
    await click(page, 'button.remove');
    expect(textOf(page)).to.contain('Remove the client of Google?');
    await send(page, 'dialog button.danger');
    expect(stage.asked).to.contain(path);
    expect(findAll(page, 'button.remove')).to.have.length(0);
    expect(find<HTMLInputElement>(page, '#google-clientId')!.value).to.equal('');
  });

  it('names the room in place of meetings that could not be made, by one of its own address for the kind of room', async () => {
    const path = 'PATCH /v1/partner';
    const jitsi = { provider: 'jitsi' as const, url: 'https://meet.fit.example' };
    const page = await open('#providers', admin, {
      ...full,
      'GET /v1/partner': () => ok(withoutRoom),
      [path]: () => ok({ ...withoutRoom, videoFallback: jitsi, version: 5 }),
    });
    expect(find(page, '#videoFallbackUrl')).to.equal(null);
    await type(page, '#videoFallbackProvider', 'jitsi');
    await expect(page).to.be.accessible();
    await send(page, '#videoFallbackProvider');
    expect(stage.asked).not.to.contain(path);
    expect(focused(page)?.id).to.equal('videoFallbackUrl');
    await type(page, '#videoFallbackUrl', ' https://meet.fit.example ');
    await send(page, '#videoFallbackUrl');
    expect(stage.bodies.at(-1)).to.deep.equal({ videoFallback: jitsi, version: withoutRoom.version });
    expect(textOf(page)).to.contain('Saved');
  });

  it('takes the room away', async () => {
    const path = 'PATCH /v1/partner';
    const page = await open('#providers', admin, { ...full, [path]: () => ok(withoutRoom) });
    expect(find<HTMLInputElement>(page, '#videoFallbackUrl')!.value).to.equal('https://meet.fit.example');
    await type(page, '#videoFallbackProvider', 'none');
    await send(page, '#videoFallbackProvider');
    expect(stage.bodies.at(-1)).to.deep.equal({ videoFallback: null, version: partner.version });
  });

  it('keeps what is typed when somebody else has changed the partner meanwhile', async () => {
    const path = 'PATCH /v1/partner';
    let reads = 0;
    const page = await open('#providers', admin, {
      ...full,
      'GET /v1/partner': () => ok({ ...partner, version: partner.version + reads++ }),
      [path]: () => refused(409, 'VERSION_CONFLICT', 'It was changed in the meantime.'),
    });
    await type(page, '#videoFallbackUrl', 'https://other.fit.example');
    await send(page, '#videoFallbackUrl');
    expect(find(page, '[role=alert] .conflict')!.textContent.trim()).not.to.equal('');
    expect(find<HTMLInputElement>(page, '#videoFallbackUrl')!.value).to.equal('https://other.fit.example');
    await send(page, '#videoFallbackUrl');
    expect(stage.bodies.at(-1)).to.include({ version: partner.version + 1 });
  });
});
