import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvParts } from './csv-parts.ts';

test('returns a short CSV as one part, unchanged', () => {
  for (const text of ['', 'externalId', 'externalId\n', 'externalId,start\nb1,x', '\uFEFFa;b\r\n1;2\r\n'])
    expect(csvParts(text)).toEqual([{ csv: text, offset: 0 }]);
});

test('repeats the header in each part, and reports the number of lines before it', () => {
  const text = 'externalId,notes\r\nb1,"one\r\ntwo ""quoted"", three"\r\nb2,\r\n\r\nb4,last';
  expect(csvParts(text, 2)).toEqual([
    { csv: 'externalId,notes\r\nb1,"one\r\ntwo ""quoted"", three"\r\nb2,\r\n', offset: 0 },
    { csv: 'externalId,notes\r\n\r\nb4,last', offset: 2 },
  ]);
});

test('puts 500 rows into a part, as many as an import takes', () => {
  expect(csvParts(`externalId\n${'b\n'.repeat(1200)}`).map(({ offset }) => offset)).toEqual([0, 500, 1000]);
});

test('loses, cuts and doubles no row, for any content of its cells', () => {
  const cell = fc.string({ maxLength: 20 }).map((text) => `"${text.replaceAll('"', '""')}"`);
  const csv = fc
    .tuple(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), fc.constantFrom('\n', '\r\n'))
    .map(([rows, end]) => ({ text: ['"a","b"', ...rows.map((cells) => cells.join(','))].join(end), end }));
  const read = (text: string, end: string): string[][] => parse(text, { record_delimiter: end });
  fc.assert(
    fc.property(csv, fc.integer({ min: 1, max: 5 }), ({ text, end }, most) => {
      const rows = csvParts(text, most).flatMap((part) => {
        const [header, ...some] = read(part.csv, end);
        expect(header).toEqual(['a', 'b']);
        expect(some.length).toBeLessThanOrEqual(most);
        return some;
      });
      expect(rows).toEqual(read(text, end).slice(1));
    }),
  );
});
