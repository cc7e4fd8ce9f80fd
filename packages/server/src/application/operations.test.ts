import { describe, expect, it } from 'vitest';
import { createCoach } from './coaches/create-coach.ts';
import { getCoach } from './coaches/get-coach.ts';
import { listCoaches } from './coaches/list-coaches.ts';
import { operationsOf, type Operations } from './operations.ts';

describe('the operations of features', () => {
  it('puts what the features name into one object', () => {
    expect(operationsOf([{ getCoach }, { createCoach, listCoaches }])).toEqual({ getCoach, createCoach, listCoaches });
  });

  it('does not compile where two features name the same operation', () => {
    // @ts-expect-error -- getCoach is named twice.
    expect(operationsOf([{ getCoach }, { listCoaches }, { getCoach, createCoach }])).toHaveProperty('getCoach');
  });

  it('does not compile where a feature names what is no operation of the contract', () => {
    // @ts-expect-error -- The contract has no watchCoach.
    expect(operationsOf([{ getCoach }, { watchCoach: getCoach }])).toHaveProperty('watchCoach');
  });

  it('refuses a list of operations where one is missing', () => {
    // @ts-expect-error -- All but two of the contract's operations are missing.
    const operations: Operations = operationsOf([{ getCoach }, { listCoaches }]);
    expect(Object.keys(operations)).toEqual(['getCoach', 'listCoaches']);
  });
});
