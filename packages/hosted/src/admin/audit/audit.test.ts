import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import {
  account,
  ana,
  auditEntry,
  click,
  find,
  findAll,
  full,
  ok,
  open,
  refused,
  settle,
  stage,
  textOf,
} from '../../../test/admin-stage.ts';
import type { AuditEntry } from '../calls.ts';
import { AdminAudit } from './audit-section.ts';
import { actionsOf, auditActions, auditKinds } from './audit-kinds.ts';

const admin = account('admin');
const last = () => stage.asked.filter((line) => line.startsWith('GET /v1/audit')).at(-1);
const answer = (...entries: readonly AuditEntry[]) => ({
  ...full,
  'GET /v1/audit': () => ok(entries, { nextCursor: null, total: entries.length }),
});
const sentences = (page: Awaited<ReturnType<typeof open>>) =>
  findAll(page, '.entry summary').map(({ innerText }) =>
    innerText.replaceAll(/[\u2066-\u2069]|\s*Details$/g, '').trim(),
  );

async function choose(page: Awaited<ReturnType<typeof open>>, selector: string, value: string) {
  const field = find<HTMLSelectElement>(page, selector)!;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settle(page);
}

describe('the audit log', () => {
  it('passes the accessibility check, with the details of an entry open and with filters', async () => {
    const page = await open(`#audit?subject=${ana.id}`);
    find<HTMLDetailsElement>(page, '.entry details')!.open = true;
    await expect(page).to.be.accessible();
  });

  it('writes each entry as a sentence, and has no words for those who are erased', async () => {
    const erased = { kind: 'client', id: 'erased' };
    const page = await open(
      '#audit',
      admin,
      answer(
        auditEntry,
        {
          ...auditEntry,
          id: '1',
          action: 'account.password_changed',
          subject: { kind: 'user', id: auditEntry.by.id! },
        },
        { ...auditEntry, id: '2', action: 'account.closed', subject: { kind: 'user', id: ana.id, name: 'Ana Diaz' } },
        { ...auditEntry, id: '3', by: { kind: 'person', id: 'erased', role: 'coach' }, subject: erased },
        {
          ...auditEntry,
          id: '4',
          by: { kind: 'partner', id: 'sk' },
          action: 'key.rolled',
          subject: { kind: 'key', id: 'k' },
        },
        {
          ...auditEntry,
          id: '5',
          by: { kind: 'person', id: 'x', role: 'admin' },
          action: 'schedule.updated',
          subject: { kind: 'coach', id: 'c' },
        },
      ),
    );
    expect(sentences(page)).to.deep.equal([
      'Coach A read the profile of Ana Diaz.',
      'Coach A changed the password of their own account.',
      'Coach A closed the account of Ana Diaz.',
      'A person who was erased read the profile of a person who was erased.',
      'Your server rolled a key.',
      'An admin changed the hours and rules of a coach.',
    ]);
  });

  it('groups entries by day, and folds what is behind them', async () => {
    const page = await open(
      '#audit',
      admin,
      answer(auditEntry, { ...auditEntry, id: '1', at: '2028-04-09T09:00:00Z' }),
    );
    expect(findAll(page, 'h2.day').map(({ textContent }) => textContent)).to.deep.equal([
      'Apr 11, 2028',
      'Apr 9, 2028',
    ]);
    const details = find<HTMLDetailsElement>(page, '.entry details')!;
    expect(details.open).to.equal(false);
    expect(details.textContent).to.contain('profile.read').and.contain('0f8e0c1a');
  });

  it('filters by kind, person and period, and takes the filters back', async () => {
    const page = await open('#audit');
    await choose(page, '#action', 'key.revoked');
    expect(last()).to.equal('GET /v1/audit?action=key.revoked&limit=50');
    await choose(page, '#action', 'data');
    expect(new URL(last()!.slice(4), 'http://x').searchParams.get('action')).to.equal(actionsOf('data').join(','));
    await choose(page, '#by', admin.id);
    expect(location.hash).to.equal(`#audit?action=data&by=${admin.id}`);
    expect(last()).to.contain(`byId=${admin.id}`);
    find(page, 'a[href="#audit"]')!.click();
    await waitUntil(() => location.hash === '#audit');
    await settle(page);
    expect(last()).to.equal('GET /v1/audit?limit=50');
    expect(find<HTMLSelectElement>(page, '#action')!.value).to.equal('');
  });

  it('leads from an entry to all of the same person, and names whom a link is about', async () => {
    const page = await open(`#audit?subject=${ana.id}`);
    expect(last()).to.equal(`GET /v1/audit?subjectId=${ana.id}&limit=50`);
    expect(textOf(page).replaceAll(/[\u2066-\u2069]/g, '')).to.contain('Only about: Ana Diaz');
    expect(find(page, '.entry .ways a')!.getAttribute('href')).to.equal(`#audit?by=${auditEntry.by.id}`);
  });

  it('keeps an action of a link that it does not know', async () => {
    const page = await open('#audit?action=some.thing');
    expect(find<HTMLSelectElement>(page, '#action')!.value).to.equal('some.thing');
  });

  it('has no link to the account of an erased person', async () => {
    const page = await open(
      '#audit',
      admin,
      answer({ ...auditEntry, by: { kind: 'system' as const }, subject: { kind: 'person', id: 'erased' } }),
    );
    expect(find(page, '.entry a')).to.equal(null);
  });

  it('hands over the sentences as a file, and says when that failed', async () => {
    const saved: string[] = [];
    AdminAudit.save = (_, text) => void saved.push(text);
    const page = await open('#audit');
    await click(page, '.page-head button');
    expect(saved[0]).to.contain('Coach A read the profile of Ana Diaz.,profile.read');
    stage.answers = { ...full, 'GET /v1/audit': () => refused(500, 'INTERNAL', 'No.') };
    await click(page, '.page-head button');
    await waitUntil(() => document.querySelector('coach-toasts')?.shadowRoot?.textContent.includes('on our side'));
    expect(saved).to.have.length(1);
  });

  it('has each action in one kind', () => {
    expect(auditKinds.flatMap(actionsOf).sort()).to.deep.equal([...auditActions].sort());
  });
});
