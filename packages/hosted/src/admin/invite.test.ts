import { expect } from '@open-wc/testing';
import {
  account,
  ana,
  click,
  coach,
  detail,
  find,
  focused,
  full,
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
const jane = { id: '665f00000000000000000061', name: 'Jane Smith', active: true };
const sent = (method: string) => stage.asked.filter((line) => line.startsWith(method));
const withStaff = { ...full, [`GET /v1/coaches/${coach.id}/staff`]: () => ok([jane]) };

describe('an invitation', () => {
  it('asks for the coach of each role, and sets no password', async () => {
    const page = await open('#users/new', admin, { ...withStaff, 'POST /v1/users': () => ok(ana) });
    await type(page, '#name', ' Jane Smith ');
    await type(page, '#email', 'jane@fit.example');
    await type(page, '#role', 'staff');
    await type(page, '#coachId', coach.id);
    await type(page, '#staffId', jane.id);
    const moved = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    await send(page);
    await moved;
    await settle(page);
    expect(stage.bodies).to.deep.equal([
      { role: 'staff', coachId: coach.id, staffId: jane.id, name: 'Jane Smith', email: 'jane@fit.example' },
    ]);
    expect(location.hash).to.equal(`#users/${ana.id}`);
  });

  it('invites an admin or a client without a coach', async () => {
    for (const role of ['admin', 'client']) {
      const page = await open('#users/new', admin, {
        ...full,
        'POST /v1/users': () => refused(409, 'EMAIL_TAKEN', 'Taken.'),
      });
      await type(page, '#role', role);
      expect(find(page, '#coachId')).to.equal(null);
      await type(page, '#name', 'Lee');
      await type(page, '#email', 'lee@fit.example');
      await send(page);
      expect(stage.bodies).to.deep.equal([{ role, name: 'Lee', email: 'lee@fit.example' }]);
      expect(textOf(page)).to.contain('This address already has an account');
      expect(find<HTMLInputElement>(page, '#email')!.value).to.equal('lee@fit.example');
    }
  });

  it('sends no invitation while a field is missing, and moves the focus there', async () => {
    const page = await open('#users/new');
    await send(page);
    expect(focused(page)).to.equal(find(page, '#name'));
    await type(page, '#name', 'Lee');
    await type(page, '#email', 'lee@fit.example');
    await send(page);
    expect(focused(page)).to.equal(find(page, '#coachId'));
    expect(sent('POST')).to.deep.equal([]);
  });
});

describe('the access of an account', () => {
  const path = `/v1/users/${ana.id}`;

  it('closes the access of an account after a question, and opens it again', async () => {
    let active = true;
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET ${path}`]: () => ok({ ...detail, user: { ...ana, active } }),
      [`PATCH ${path}`]: ({ body }) => {
        active = body!['active'] === true;
        return ok({ ...ana, active });
      },
    });
    await click(page, '#close-account');
    expect(sent('PATCH')).to.deep.equal([]);
    await click(page, 'dialog button.go');
    expect(stage.bodies).to.deep.equal([{ active: false }]);
    expect(find(page, 'dialog')).to.equal(null);
    await click(page, '#open-account');
    expect(stage.bodies.at(-1)).to.deep.equal({ active: true });
    expect(find(page, '#close-account')).not.to.equal(null);
  });

  it('loses a lost second factor, after a question; without one there is no button', async () => {
    let secondFactor = true;
    const reset = `POST ${path}/second-factor/reset`;
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET ${path}`]: () => ok({ ...detail, user: { ...ana, secondFactor } }),
      [reset]: () => ok({ ...ana, secondFactor: (secondFactor = false) }),
    });
    await click(page, '#reset-factor');
    expect(find(page, 'dialog')!.textContent).to.contain('Their sessions end');
    expect(sent('POST')).to.deep.equal([]);
    await expect(page).to.be.accessible();
    await click(page, 'dialog button.go');
    expect(sent('POST')).to.deep.equal([reset]);
    expect(find(page, 'dialog')).to.equal(null);
    expect(find(page, '#reset-factor')).to.equal(null);
    expect(textOf(page)).to.contain('Saved.');
  });

  it('keeps the second factor where the request is refused, which is shown', async () => {
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET ${path}`]: () => ok({ ...detail, user: { ...ana, secondFactor: true } }),
      [`POST ${path}/second-factor/reset`]: () =>
        refused(409, 'NOT_ALLOWED_NOW', 'This is your own: switch it off with a code of it.'),
    });
    await click(page, '#reset-factor');
    await click(page, 'dialog button.go');
    expect(find(page, 'dialog')!.textContent).to.contain('This is your own');
  });

  it('leaves no gap in its card without news', async () => {
    const page = await open(`#users/${ana.id}`);
    const [title, form] = [find(page, '#access')!, find(page, '#role')!.closest('form')!];
    expect(form.getBoundingClientRect().top - title.getBoundingClientRect().bottom).to.be.at.most(17);
  });

  it('gets another role, with the coach it works for', async () => {
    const page = await open(`#users/${ana.id}`, admin, { ...full, [`PATCH ${path}`]: () => ok(ana) });
    expect(find<HTMLSelectElement>(page, '#role')!.value).to.equal('client');
    await type(page, '#role', 'coach');
    await send(page, '#role');
    expect(sent('PATCH')).to.deep.equal([]);
    await type(page, '#coachId', coach.id);
    await send(page, '#role');
    expect(stage.bodies).to.deep.equal([{ role: 'coach', coachId: coach.id }]);
  });

  it('gets a link to choose a password, and a refusal is shown', async () => {
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`POST ${path}/password-link`]: () => ok({ sent: true }),
    });
    await click(page, '#send-link');
    expect(textOf(page)).to.contain('The link is on its way.');
    stage.answers = {
      ...full,
      [`PATCH ${path}`]: () => refused(409, 'NOT_ALLOWED_NOW', 'Of oneself an admin changes the name only.'),
    };
    await click(page, '#close-account');
    await click(page, 'dialog button.go');
    expect(find(page, 'dialog')!.textContent).to.contain('not possible as things stand');
  });
});
