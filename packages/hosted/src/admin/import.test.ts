import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  click,
  find,
  findAll,
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
  type Answers,
} from '../../test/admin-stage.ts';

const admin = account('admin');
const file = 'externalId,name\nb1,Ana\nb2,"Bo\nBerg"\n';
const report = (outcome: 'created' | 'existing') => ({
  created: outcome === 'created' ? 1 : 0,
  existing: outcome === 'existing' ? 1 : 0,
  refused: 1,
  rows: [
    { row: 2, externalId: '=1+1', outcome },
    {
      row: 3,
      externalId: 'b2',
      outcome: 'refused',
      errors: [{ field: 'start', code: 'SLOT_TAKEN', message: 'Coach A has a session at this time.' }],
    },
  ],
});
const answers: Answers = { ...full, 'POST /v1/imports/bookings': () => ok(report('created')) };
const asked = () => stage.asked.filter((line) => line.includes('/imports/'));
const rows = (page: Awaited<ReturnType<typeof open>>) =>
  findAll(page, 'tbody tr').map((row) =>
    [...row.querySelectorAll('td > div')].map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')),
  );

describe('R38 the import of the admin page', () => {
  it('checks the import first, reports each row, and writes after another press', async () => {
    const page = await open('#import', admin, answers);
    find<HTMLSelectElement>(page, '#kind')!.value = 'bookings';
    find(page, '#kind')!.dispatchEvent(new Event('change'));
    await type(page, '#text', file);
    await send(page);
    expect(asked()).to.deep.equal(['POST /v1/imports/bookings?dryRun=true']);
    expect(stage.bodies.at(-1)).to.deep.equal({ csv: file });
    expect(textOf(page)).to.contain('To be created: 1. There already: 0. Refused: 1.');
    expect(rows(page)).to.deep.equal([
      ['3', 'b2', 'Refused start Coach A has a session at this time.'],
      ['2', '=1+1', 'Will be created'],
    ]);
    expect(focused(page)!.id).to.equal('outcome');
    await click(page, '#run');
    expect(asked().at(-1)).to.equal('POST /v1/imports/bookings?dryRun=false');
    expect(textOf(page)).to.contain('Created: 1. There already: 0. Refused: 1.');
    expect(textOf(page)).to.contain('Mend the refused rows');
    expect(find(page, '#run')).to.equal(null);
  });

  it('reads a file, also one in the encoding of a spreadsheet', async () => {
    const page = await open('#import', admin, answers);
    const choose = async (content: BlobPart, isRead: () => boolean) => {
      const chosen = new DataTransfer();
      chosen.items.add(new File([content], 'old.csv', { type: 'text/csv' }));
      const input = find<HTMLInputElement>(page, '#file')!;
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
      await waitUntil(isRead);
      await settle(page);
      return find<HTMLTextAreaElement>(page, '#text')!.value;
    };
    const isFilled = () => find<HTMLTextAreaElement>(page, '#text')!.value !== '';
    expect(await choose('\uFEFFexternalId;name\nb1;Müller', isFilled)).to.equal('externalId;name\nb1;Müller');
    expect(textOf(page)).not.to.contain('Windows-1252');
    const latin = new Uint8Array([...'externalId;name\nb1;M\xfcller'].map((letter) => letter.charCodeAt(0)));
    const isWarned = () => textOf(page).includes('Windows-1252');
    expect(await choose(latin, isWarned)).to.equal('externalId;name\nb1;Müller');
  });

  it('makes rows of a calendar, for the coach that is named, and checks them', async () => {
    const ics = 'BEGIN:VCALENDAR\nEND:VCALENDAR';
    const csv = 'externalId,coach,start\r\nx,coach-a,2025-03-03T08:00:00Z\r\n';
    let sessions = 0;
    const page = await open('#import', admin, {
      ...answers,
      'POST /v1/imports/calendar': () =>
        ok({
          csv: sessions > 0 ? csv : '',
          sessions,
          skipped: 2,
          problems: [{ code: 'unknown_zone', count: 1, detail: 'Nowhere' }],
        }),
    });
    await type(page, '#text', ics);
    expect(find<HTMLSelectElement>(page, '#kind')!.value).to.equal('bookings');
    await send(page);
    expect(asked()).to.deep.equal([]);
    expect([focused(page)!.id, textOf(page).includes('Name the coach.')]).to.deep.equal(['coach', true]);
    await type(page, '#coach', 'coach-a');
    await send(page);
    expect(asked()).to.deep.equal(['POST /v1/imports/calendar?coach=coach-a']);
    expect(stage.bodies.at(-1)).to.deep.equal({ ics });
    expect(textOf(page)).to.contain('Sessions read from the calendar: 0. Left out, as whole days or nobody’s: 2.');
    expect(textOf(page)).to.contain('Not read as it stands in the calendar: 1. Nowhere');
    sessions = 1;
    await send(page);
    expect(asked().slice(-2)).to.deep.equal([
      'POST /v1/imports/calendar?coach=coach-a',
      'POST /v1/imports/bookings?dryRun=true',
    ]);
    expect(stage.bodies.at(-1)).to.deep.equal({ csv });
    expect(find<HTMLTextAreaElement>(page, '#text')!.value).to.equal(csv.replaceAll('\r\n', '\n'));
    expect(find(page, '#coach')).to.equal(null);
    expect(find(page, '#run')).not.to.equal(null);
  });

  it('sends a long file in parts, and numbers rows by the whole file', async () => {
    const page = await open('#import', admin, {
      ...full,
      'POST /v1/imports/coaches': () =>
        ok({ created: 0, existing: 0, refused: 1, rows: [{ row: 2, outcome: 'refused', errors: [] }] }),
    });
    await type(page, '#text', `externalId\n${'c\n'.repeat(501)}`);
    await send(page);
    await settle(page);
    expect(asked()).to.have.length(2);
    expect(rows(page).map(([row]) => row)).to.deep.equal(['2', '502']);
    expect(find(page, '#run')).to.equal(null);
  });

  it('shows a problem with the file as a whole, keeps it, and starts again with another', async () => {
    const page = await open('#import', admin, {
      ...full,
      'POST /v1/imports/coaches': () => refused(400, 'INVALID_REQUEST', 'The request is not valid.'),
    });
    await send(page);
    expect(asked()).to.deep.equal([]);
    expect(textOf(page)).to.contain('Choose a file, or paste its text.');
    expect(focused(page)!.id).to.equal('text');
    await type(page, '#text', 'name\nA');
    await send(page);
    expect(find(page, '[role=alert]')!.textContent).to.contain('The request is not valid.');
    expect(find<HTMLTextAreaElement>(page, '#text')!.value).to.equal('name\nA');
    await type(page, '#text', 'externalId\nA');
    expect(find(page, '[role=alert]')!.textContent.trim()).to.equal('');
    expect(find(page, '#outcome')).to.equal(null);
  });
});
