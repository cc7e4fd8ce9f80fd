import { expect } from '@open-wc/testing';
import { placesOf, ticksFor } from './scale.ts';

describe('the lines across a chart', () => {
  for (const [values, ticks] of [
    [
      [64.5, 70],
      [70, 68, 66, 64],
    ],
    [
      [0, 100],
      [100, 75, 50, 25, 0],
    ],
    [
      [0.1, 0.3],
      [0.3, 0.25, 0.2, 0.15, 0.1],
    ],
    [
      [-5, 5],
      [5, 2.5, 0, -2.5, -5],
    ],
    [[64.5], [70, 60]],
    [[0], [1, 0, -1]],
    [[10], [11, 10, 9]],
    [
      [1_000_000, 1_000_001],
      [1_000_001, 1_000_000.75, 1_000_000.5, 1_000_000.25, 1_000_000],
    ],
  ] as const)
    it(`draws for ${values.join(' and ')} the lines ${ticks.join(', ')}`, () => {
      expect(ticksFor(values)).to.deep.equal(ticks);
    });

  it('includes every value in evenly spaced lines, which number from three to seven', () => {
    for (let i = 1; i < 400; i++) {
      const values = [Math.sin(i) * 10 ** (i % 7), Math.cos(i * 7) * 10 ** (i % 5), i / 3];
      const ticks = ticksFor(values);
      expect(ticks.length).to.be.within(3, 7);
      expect(ticks[0]).to.be.at.least(Math.max(...values));
      expect(ticks.at(-1)).to.be.at.most(Math.min(...values));
      const step = ticks[0]! - ticks[1]!;
      for (const [n, tick] of ticks.slice(1).entries()) expect(ticks[n]! - tick).to.be.closeTo(step, step * 1e-6);
    }
  });
});

describe('the points of a chart', () => {
  const points = [
    { date: '2026-03-01', value: 70 },
    { date: '2026-03-29', value: 66 },
    { date: '2026-04-10', value: 64 },
  ];

  it('places points by date from left to right, by value from top to bottom', () => {
    expect(placesOf(points, [70, 60], false)).to.deep.equal([
      { x: 0, y: 0 },
      { x: 70, y: 40 },
      { x: 100, y: 60 },
    ]);
  });

  it('places points from right to left in such a language', () => {
    expect(placesOf(points, [70, 60], true).map(({ x }) => x)).to.deep.equal([100, 30, 0]);
  });

  it('places points of one date in the middle', () => {
    expect(placesOf(points.slice(0, 1), [75, 65], false)).to.deep.equal([{ x: 50, y: 50 }]);
    expect(placesOf([], [1, 0], false)).to.deep.equal([]);
  });
});
