import { expect } from '@open-wc/testing';
import { metricOf, unitOf } from './metrics.ts';

describe('a metric', () => {
  for (const [typed, metric] of [
    ['Bench press', 'bench_press'],
    [' Épaule (gauche) ', 'epaule_gauche'],
    ['5 km', 'km'],
    ['قوة', ''],
    ['x'.repeat(40), 'x'.repeat(31)],
  ] as const)
    it(`is written ${metric || 'not at all'} for ${typed.trim()}`, () => {
      expect(metricOf(typed)).to.equal(metric);
    });

  it('has the unit in which it is usually measured', () => {
    expect(['weight', 'waist', 'run_5km', ''].map(unitOf)).to.deep.equal(['kg', 'cm', 'min', '']);
  });
});
