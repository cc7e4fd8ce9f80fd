import { expect } from '@open-wc/testing';
import {
  account,
  bare,
  broken,
  click,
  find,
  findAll,
  focused,
  full,
  ok,
  open,
  refused,
  send,
  stage,
  textOf,
  type,
} from '../../test/admin-stage.ts';
import { stop } from '../../test/admin/opt-outs.ts';

const admin = account('admin');
const REMOVE = `DELETE /v1/opt-outs/${stop.id}`;

describe('unsubscribes', () => {
  it('shows what is not wanted, how that was said and since when', async () => {
    const page = await open('#unsubscribes');
    const rows = findAll(page, 'tbody tr').map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(rows).to.have.length(2);
    expect(rows[0]).to.contain('All SMS').and.contain('By STOP in answer to an SMS');
    expect(rows[1]).to.contain('Reminder').and.contain('By the link in a mail');
  });

  it('passes the accessibility check with the question whether to remove one', async () => {
    const page = await open('#unsubscribes');
    await click(page, 'button.remove');
    expect(find<HTMLDialogElement>(page, 'dialog')!.open).to.equal(true);
    await expect(page).to.be.accessible();
  });

  for (const [typed, asked] of [
    [' ana@fit.example ', 'email=ana%40fit.example'],
    ['+1 (212) 555-0100', 'phone=%2B1+%28212%29+555-0100'],
  ] as const)
    it(`looks up ${typed.trim()}, which the address bar does not show`, async () => {
      const page = await open('#unsubscribes');
      await type(page, '#contact', typed);
      await send(page, '#contact');
      expect(stage.asked.at(-1)).to.equal(`GET /v1/opt-outs?${asked}`);
      expect(location.hash).to.equal('#unsubscribes');
      await click(page, 'button.all');
      expect(stage.asked.at(-1)).to.equal('GET /v1/opt-outs');
      expect(find<HTMLInputElement>(page, '#contact')!.value).to.equal('');
    });

  it('asks nothing for what is neither an address nor a number', async () => {
    const page = await open('#unsubscribes');
    const before = stage.asked.length;
    await type(page, '#contact', 'Ana');
    await send(page, '#contact');
    expect(stage.asked).to.have.length(before);
    expect(textOf(page)).to.contain('neither an e-mail address nor a phone number');
    expect(focused(page)?.id).to.equal('contact');
  });

  it('shows that nobody has unsubscribed, and that an address has not', async () => {
    const page = await open('#unsubscribes', admin, bare);
    expect(textOf(page)).to.contain('Nobody has unsubscribed.');
    await type(page, '#contact', 'ana@fit.example');
    await send(page, '#contact');
    expect(textOf(page)).to.contain('This address has not unsubscribed from anything.');
  });

  it('shows a failure with a way to try again', async () => {
    const page = await open('#unsubscribes', admin, broken);
    expect(find(page, '[role="alert"] button')).not.to.equal(null);
  });

  it('removes one after a question that names START, and reads the list again', async () => {
    const page = await open('#unsubscribes', admin, { ...full, [REMOVE]: () => ok(stop) });
    await click(page, 'button.remove');
    expect(find(page, 'dialog')!.textContent).to.contain('answer START').and.contain('audit log');
    await send(page, 'dialog button');
    expect(stage.asked.slice(-2)).to.deep.equal([REMOVE, 'GET /v1/opt-outs']);
    expect(find(page, 'dialog')).to.equal(null);
    expect(focused(page)?.id).to.equal('done');
    expect(textOf(page)).to.contain('Removed. After a STOP');
  });

  it('keeps the question open with the reason when it cannot be removed', async () => {
    const page = await open('#unsubscribes', admin, {
      ...full,
      [REMOVE]: () => refused(404, 'OPT_OUT_NOT_FOUND', 'This opt-out does not exist.'),
    });
    await click(page, 'button.remove');
    await send(page, 'dialog button');
    expect(find(page, 'dialog')!.textContent).to.contain('This does not exist, or no longer.');
  });
});
