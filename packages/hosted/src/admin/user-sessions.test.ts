import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { account, ana, click, find, findAll, full, ok, open, refused, stage, textOf } from '../../test/admin-stage.ts';
import { sessionsOfAna } from '../../test/admin/people.ts';

const admin = account('admin');
const path = `/v1/users/${ana.id}/sessions`;
const asked = () => stage.asked.filter((line) => line.includes('/sessions'));

describe('the sessions of a person', () => {
  it('names the device and the times of each', async () => {
    const page = await open(`#users/${ana.id}`);
    const text = textOf(page);
    expect(text.replace(/[\u2066-\u2069]/g, ''))
      .to.contain('Safari on iPhone')
      .and.contain('An unknown device');
    expect(text).to.match(/Signed in on .*Apr 1, 2028, .* last used .*Apr 11, 2028/);
  });

  it('ends one, which is gone then, and returns the focus to the heading', async () => {
    let sessions = sessionsOfAna;
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET ${path}`]: () => ok(sessions),
      [`DELETE ${path}/${sessionsOfAna[0]!.id}`]: () => {
        sessions = sessions.slice(1);
        return ok({ id: sessionsOfAna[0]!.id, removed: true });
      },
    });
    expect(find(page, '.end-one')!.ariaLabel).to.match(/^End the session: .*Safari.* on .*iPhone/);
    await click(page, '.end-one');
    await waitUntil(() => findAll(page, '.sessions-of li').length === 1);
    expect(textOf(page)).to.contain('The session has ended.');
    expect(find(page, '#sessions')!.matches(':focus')).to.equal(true);
    expect(asked()).to.deep.equal([`GET ${path}`, `DELETE ${path}/${sessionsOfAna[0]!.id}`, `GET ${path}`]);
  });

  it('asks before it ends all, and then shows that there is none', async () => {
    let sessions = sessionsOfAna;
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`GET ${path}`]: () => ok(sessions),
      [`POST ${path}/end-all`]: () => ((sessions = []), ok({ ended: 2 })),
    });
    await click(page, '#end-all');
    expect(textOf(page)).to.contain('End all sessions of Ana Diaz');
    expect(asked()).to.deep.equal([`GET ${path}`]);
    await click(page, '#end-all-now');
    await waitUntil(() => textOf(page).includes('Signed in nowhere at the moment.'));
    expect(textOf(page)).to.contain('All sessions have ended.');
    expect(find(page, 'dialog')).to.equal(null);
  });

  it('explains why one was not ended, and reads them again', async () => {
    const page = await open(`#users/${ana.id}`, admin, {
      ...full,
      [`DELETE ${path}/${sessionsOfAna[0]!.id}`]: () => refused(404, 'SESSION_NOT_FOUND', 'No such session lasts.'),
    });
    await click(page, '.end-one');
    expect(textOf(page)).to.contain('No such session lasts.');
    expect(asked()).to.have.length(3);
  });

  it('ends none of the admin’s own here, and names the place for that', async () => {
    const own = sessionsOfAna.map((session, at) => ({ ...session, current: at === 0 }));
    const page = await open(`#users/${ana.id}`, admin, { ...full, [`GET ${path}`]: () => ok(own) });
    expect(textOf(page)).to.contain('These are your own');
    expect(findAll(page, '.end-one, #end-all')).to.have.length(0);
  });

  for (const [state, answer] of Object.entries({
    'with sessions': () => ok(sessionsOfAna),
    'without any': () => ok([]),
    unread: () => refused(500, 'INTERNAL', 'No.'),
  }))
    it(`passes the accessibility check: ${state}`, async () => {
      const page = await open(`#users/${ana.id}`, admin, { ...full, [`GET ${path}`]: answer });
      await expect(page).to.be.accessible();
    });

  it('passes the accessibility check while it asks', async () => {
    const page = await open(`#users/${ana.id}`);
    await click(page, '#end-all');
    await expect(page).to.be.accessible();
  });
});
