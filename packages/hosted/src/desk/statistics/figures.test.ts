import { expect } from '@open-wc/testing';
import { csvOf, shareOf, type Figures } from './figures.ts';

const figures: Figures = {
  file: 'x',
  title: 'Sources',
  of: 'Source',
  columns: [
    { title: 'Rate, in %', write: String },
    { title: 'Visits', write: String },
  ],
  rows: [
    { name: 'letter', values: [12.5, 80] },
    { name: '=sum(1)', values: [null, 40] },
    { name: 'a "b", c', values: [0, 0] },
    { name: 'Apr 1', plain: '2028-04-01', values: [1, 2] },
  ],
};

describe('figures as a file', () => {
  it('writes numbers as they are, quotes what has to be, and lets no text be a formula', () => {
    expect(csvOf(figures)).to.equal(
      'Source,"Rate, in %",Visits\r\nletter,12.5,80\r\n\'=sum(1),,40\r\n"a ""b"", c",0,0\r\n2028-04-01,1,2\r\n',
    );
  });

  for (const name of ['+1', '-1', '@x', '\tx', '\rx'])
    it(`marks ${JSON.stringify(name)} as text`, () => {
      const [, line] = csvOf({ ...figures, rows: [{ name, values: [1, 1] }] }).split('\r\n');
      expect(line!.replace(/^"/, '').startsWith("'")).to.equal(true);
    });

  it('measures values by the greatest of their column', () => {
    expect([80, 40, 0, null].map((value) => shareOf(figures, 1, value))).to.deep.equal([100, 50, 0, 0]);
    expect(shareOf({ ...figures, rows: [] }, 0, 1)).to.equal(0);
  });
});
