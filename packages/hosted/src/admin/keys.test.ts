import { expect } from '@open-wc/testing';
import {
  account,
  click,
  find,
  findAll,
  focused,
  full,
  go,
  ok,
  open,
  partner,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const fresh = { ...partner.keys[1]!, id: '665f00000000000000000099', hint: '…beef', key: 'sk_test_beef' };
const sent = (method: string) => stage.asked.filter((line) => line.startsWith(method));

describe('keys', () => {
  it('lists keys while they work, and folds expired and revoked ones', async () => {
    const page = await open('#keys');
    expect(find(page, 'tbody')!.textContent)
      .to.contain('pk_test_x')
      .and.contain('This page uses it')
      .and.contain('…9f3c')
      .and.not.contain('…0001');
    expect(find(page, 'details')!.textContent).to.contain('…0001').and.contain('Revoked');
  });

  it('creates a key, and shows it once until it is dismissed', async () => {
    const page = await open('#keys', admin, { ...full, 'POST /v1/partner/keys': () => ok(fresh) });
    await type(page, '#kind', 'secret');
    await send(page, '#kind');
    expect(stage.bodies).to.deep.equal([{ kind: 'secret', mode: 'test' }]);
    expect(find<HTMLInputElement>(page, '#new-key-text')!.value).to.equal('sk_test_beef');
    expect(focused(page)!.id).to.equal('new-key');
    await go(page, '#users');
    await go(page, '#keys');
    expect(find<HTMLInputElement>(page, '#new-key-text')!.value).to.equal('sk_test_beef');
    await click(page, '.fresh .ways button:last-child');
    expect(find(page, '.fresh')).to.equal(null);
    expect(textOf(page)).not.to.contain('sk_test_beef');
  });

  it('copies a key, or selects it where the browser refuses', async () => {
    const page = await open('#keys', admin, { ...full, 'POST /v1/partner/keys': () => ok(fresh) });
    await send(page, '#kind');
    const { writeText } = navigator.clipboard;
    try {
      let copied = '';
      navigator.clipboard.writeText = async (text) => void (copied = text);
      await click(page, '.fresh .go');
      expect(copied).to.equal('sk_test_beef');
      expect(textOf(page)).to.contain('Copied.');
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      await click(page, '.fresh .go');
      expect(textOf(page)).to.contain('copy it with the keyboard');
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  });

  it('rolls a key with the chosen overlap', async () => {
    const { id } = partner.keys[1]!;
    const page = await open('#keys', admin, { ...full, [`POST /v1/partner/keys/${id}/roll`]: () => ok(fresh) });
    findAll(page, 'button.roll')[1]!.click();
    await page.updateComplete;
    await type(page, '#overlap', '168');
    await send(page, '#overlap');
    expect(stage.bodies).to.deep.equal([{ overlapHours: 168 }]);
    expect(find(page, 'dialog')).to.equal(null);
    expect(find<HTMLInputElement>(page, '#new-key-text')!.value).to.equal('sk_test_beef');
  });

  it('revokes a key only after a confirmation, and shows so in the list', async () => {
    const { id } = partner.keys[0]!;
    const page = await open('#keys', admin, {
      ...full,
      [`DELETE /v1/partner/keys/${id}`]: () => ok({ id, removed: true }),
    });
    await click(page, 'button.revoke');
    expect(sent('DELETE')).to.deep.equal([]);
    expect(find(page, 'dialog')!.textContent).to.contain('pk_test_x').and.contain('signs people in with it');
    await send(page, 'dialog .go');
    expect(sent('DELETE')).to.have.length(1);
    expect(textOf(page)).to.contain('The key has been revoked');
    expect(focused(page)!.id).to.equal('done');
  });

  it('returns the focus when the dialog is left', async () => {
    const page = await open('#keys');
    const button = find(page, 'button.revoke')!;
    button.focus();
    await click(page, 'button.revoke');
    await click(page, 'dialog .ways button:first-child');
    expect(find(page, 'dialog')).to.equal(null);
    expect(focused(page)).to.equal(button);
    expect(sent('DELETE')).to.deep.equal([]);
  });

  it('keeps a key that may not be revoked, and shows the reason in the dialog', async () => {
    const { id } = partner.keys[0]!;
    const page = await open('#keys', admin, {
      ...full,
      [`DELETE /v1/partner/keys/${id}`]: () => refused(409, 'LAST_KEY', 'A key cannot revoke itself.'),
    });
    await click(page, 'button.revoke');
    await send(page, 'dialog .go');
    expect(find(page, 'dialog')!.textContent)
      .to.contain('A key cannot revoke itself.')
      .and.contain('Make another one first');
  });

  it('creates one key, however often the button is pressed', async () => {
    const page = await open('#keys', admin, { ...full, 'POST /v1/partner/keys': () => new Promise(() => {}) });
    await send(page, '#kind');
    await send(page, '#kind');
    expect(sent('POST')).to.have.length(1);
  });
});
