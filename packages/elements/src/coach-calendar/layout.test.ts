import { expect } from '@open-wc/testing';
import { columnsOf, type Span } from './layout.ts';

/** Generates the same numbers on each run. */
function* randoms(seed: number): Generator<number> {
  for (;;) yield (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
}

/** Returns the spans of a day by beginning, some of the same time, some that touch. */
function someDay(seed: number): Span[] {
  const random = randoms(seed);
  const next = (below: number) => Math.floor(random.next().value! * below);
  const count = next(60);
  return Array.from({ length: count }, () => {
    const from = next(280) * 5;
    return { from, to: Math.min(1440, from + 5 + next(24) * 5) };
  }).sort((a, b) => a.from - b.from || b.to - a.to);
}

const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to;

/** Returns the cluster of a span by comparing all with all. */
function clusterOf(spans: readonly Span[], start: number): Set<number> {
  const cluster = new Set([start]);
  for (const at of cluster) spans.forEach((span, other) => overlap(span, spans[at]!) && cluster.add(other));
  return cluster;
}

describe('columns of a day', () => {
  it('puts no two overlapping spans into a column, and makes as many as the busiest minute has', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const spans = someDay(seed);
      const { column, of } = columnsOf(spans);
      spans.forEach((span, at) => {
        const cluster = [...clusterOf(spans, at)];
        const busiest = Math.max(
          ...cluster.map(
            (one) =>
              cluster.filter((o) => spans[o]!.from <= spans[one]!.from && spans[one]!.from < spans[o]!.to).length,
          ),
        );
        expect(of[at], `seed ${seed}, span ${at}`).to.equal(busiest);
        expect(column[at]).to.be.below(of[at]!);
        for (const other of cluster)
          if (other !== at && overlap(span, spans[other]!))
            expect(column[other], `seed ${seed}`).not.to.equal(column[at]);
      });
    }
  });

  it('takes the first columns that are free', () => {
    const { column } = columnsOf([
      { from: 0, to: 120 },
      { from: 0, to: 30 },
      { from: 0, to: 60 },
      { from: 40, to: 50 },
      { from: 60, to: 90 },
    ]);
    expect([...column]).to.deep.equal([0, 1, 2, 1, 1]);
  });

  it('puts spans that only touch into one column', () => {
    const { of } = columnsOf([
      { from: 540, to: 600 },
      { from: 600, to: 660 },
    ]);
    expect([...of]).to.deep.equal([1, 1]);
  });

  it('makes as many columns as there are spans at the same time, more than a word has bits', () => {
    const { column, of } = columnsOf(Array.from({ length: 70 }, () => ({ from: 600, to: 660 })));
    expect(new Set(column).size).to.equal(70);
    expect(of[0]).to.equal(70);
  });

  it('makes no columns without spans', () => {
    expect(columnsOf([]).column).to.have.length(0);
  });
});
