import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractRows } from '../../../../test/application/contract-rows.ts';

const bookings = (csv: string) => contractRows.read('bookings', { csv });
const fieldsOf = (csv: string) => bookings(csv).map(({ row, fields, errors }) => fields ?? [row, errors]);
const one = { externalId: 'b1', coach: 'coach-a', start: '2025-03-03 09:00' };

describe('the rows of an import', () => {
  describe('in a CSV', () => {
    it.each([
      ['as RFC 4180 has it', 'externalId,coach,start\r\nb1,coach-a,2025-03-03 09:00\r\n'],
      ['without an end of its last line', 'externalId,coach,start\nb1,coach-a,2025-03-03 09:00'],
      ['with a byte order mark', '\uFEFFexternalId,coach,start\nb1,coach-a,2025-03-03 09:00'],
      [
        'with semicolons, as a German spreadsheet writes it',
        'externalId;coach;start\r\nb1;coach-a;2025-03-03 09:00\r\n',
      ],
      ['with tabs, as it is pasted', 'externalId\tcoach\tstart\nb1\tcoach-a\t2025-03-03 09:00'],
      ['with quotes around everything', '"externalId";"coach";"start"\n"b1";"coach-a";"2025-03-03 09:00"'],
      ['with blanks around cells', 'externalId , coach, start\nb1, coach-a , 2025-03-03 09:00'],
      ['with lines of the old Macintosh', 'externalId,coach,start\rb1,coach-a,2025-03-03 09:00\r'],
      ['with empty columns and lines after it', 'externalId,coach,start\nb1,coach-a,2025-03-03 09:00,,\n,,\n\n'],
    ])('reads rows of a CSV %s', (_, csv) => expect(fieldsOf(csv)).toEqual([one]));

    it('reads numbers as numbers, lists as lists, and nothing where a cell is empty', () => {
      const csv = 'externalId,name,timeZone,specialties,experience,active,bio\nc1,A,UTC,strength| yoga |,7,false,\n';
      expect(contractRows.read('coaches', { csv })[0]!.fields).toEqual({
        externalId: 'c1',
        name: 'A',
        timeZone: 'UTC',
        specialties: ['strength', 'yoga'],
        experience: 7,
        active: false,
      });
    });

    it('keeps separators, quotes and line ends within quotes', () => {
      const csv = 'externalId;notes;start\nb1;"Knee; ""left""\r\nsince May, 2024";2025-03-03 09:00';
      expect(fieldsOf(csv)).toEqual([
        { externalId: 'b1', notes: 'Knee; "left"\r\nsince May, 2024', start: '2025-03-03 09:00' },
      ]);
    });

    it('numbers the rows of a CSV as a spreadsheet does, empty lines counted', () => {
      const csv = 'externalId,start\nb1,2025-03-03 09:00\n\nb2,then\n';
      expect(bookings(csv).map(({ row, externalId, errors }) => [row, externalId, errors.length])).toEqual([
        [2, 'b1', 0],
        [4, 'b2', 1],
      ]);
    });

    it('reports wrong rows one by one: a cell too many, a number that is none', () => {
      const csv = 'externalId,start,duration\nb1,2025-03-03 09:00,60,?\nb2,2025-03-03 09:00,an hour\n';
      expect(bookings(csv).map(({ errors }) => errors)).toEqual([
        [{ code: 'INVALID_REQUEST', message: 'has more cells than the header' }],
        [{ field: 'duration', code: 'INVALID_REQUEST', message: 'must be integer' }],
      ]);
    });

    it.each([
      [
        'a column that is no field',
        'externalId,Start\nb1,x',
        /has a column "Start"; the columns are externalId, coach/,
      ],
      ['a column twice', 'externalId,start,start\nb1,x,y', /has the column start twice/],
      ['no external ids', 'coach,start\na,b', /Has no column externalId/],
      ['no rows', 'externalId,start\n', /Has no rows/],
      ['nothing', '', /Has no column externalId/],
      ['a quote that is not closed', 'externalId,start\n"b1,x', /a quote is opened and not closed/],
      ['a quote within a cell', 'externalId,start\nb"1",x', /Line 2: a quote stands within a cell/],
      ['letters that were lost', 'externalId,start\nM\uFFFDller,x', /Is not UTF-8/],
      ['too many rows', `externalId\n${'b\n'.repeat(501)}`, /more than 500 rows/],
    ])('refuses all rows for %s', (_, csv, message) => expect(() => bookings(csv)).toThrow(message));

    it('R40 reads names, addresses and numbers as people paste them, in one form', () => {
      const csv =
        'externalId,name,email,phone\n1,Ana\u00a0 Diaz,mailto:ana@müller.example,\u202a+1 (212) 555\u20110100\u202c';
      expect(contractRows.read('clients', { csv })[0]!.fields).toEqual({
        externalId: '1',
        name: 'Ana Diaz',
        email: 'ana@xn--mller-kva.example',
        phone: '+1 (212) 555-0100',
      });
    });

    it('takes no formula for anything but text', () => {
      const csv = 'externalId,start,attendeeName\nb1,2025-03-03 09:00,"=HYPERLINK(""https://evil.example"")"';
      expect(fieldsOf(csv)).toMatchObject([{ attendeeName: '=HYPERLINK("https://evil.example")' }]);
    });

    it('returns any text that was written into a cell', () => {
      const text = fc
        .string({ unit: 'grapheme', maxLength: 60 })
        .filter((notes) => notes.trim() === notes && notes !== '');
      fc.assert(
        fc.property(text, fc.constantFrom(',', ';', '\t'), (notes, between) => {
          const csv = [
            ['externalId', 'start', 'notes'],
            ['b1', '2025-03-03 09:00', `"${notes.replaceAll('"', '""')}"`],
          ];
          const [row] = bookings(csv.map((cells) => cells.join(between)).join('\r\n'));
          expect(row!.fields?.notes).toBe(notes);
        }),
        { numRuns: 200 },
      );
    });
  });

  describe('in JSON', () => {
    it('numbers rows in JSON from one, and reports wrong ones one by one', () => {
      const rows = [one, { ...one, duration: '60' }, { externalId: 7 }];
      expect(contractRows.read('bookings', { rows })).toEqual([
        { row: 1, externalId: 'b1', fields: one, errors: [] },
        {
          row: 2,
          externalId: 'b1',
          errors: [{ field: 'duration', code: 'INVALID_REQUEST', message: 'must be integer' }],
        },
        {
          row: 3,
          errors: [
            { field: 'start', code: 'INVALID_REQUEST', message: 'is missing' },
            { field: 'externalId', code: 'INVALID_REQUEST', message: 'must be string' },
          ],
        },
      ]);
    });

    it('accepts in JSON what no cell can hold', () => {
      const rows = [
        { externalId: 'c1', name: 'A', timeZone: 'UTC', services: [{ title: 'Hour', duration: 60 }] },
        { externalId: 'c2', name: 'B', timeZone: 'UTC', services: [{ title: 'Hour', duration: 2 }] },
      ];
      expect(contractRows.read('coaches', { rows }).map(({ errors }) => errors[0]?.field)).toEqual([
        undefined,
        'services.0.duration',
      ]);
      expect(() => contractRows.read('coaches', { csv: 'externalId,services\nc1,x' })).toThrow(
        /has a column "services"/,
      );
    });

    it.each([
      ['both', { rows: [one], csv: 'externalId' }],
      ['neither', {}],
    ])('refuses, in place of rows or a CSV, %s', (_, sent) =>
      expect(() => contractRows.read('bookings', sent)).toThrow(/rows or csv/),
    );
  });
});
