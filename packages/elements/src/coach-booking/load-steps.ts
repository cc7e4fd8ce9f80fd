/** Loads the steps after the choice of a time: a file of its own, fetched while the visitor chooses. */
export const loadSteps = (): Promise<typeof import('./steps/index.ts')> => import('./steps/index.ts');
