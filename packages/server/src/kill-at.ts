import { noFaults, type Faults } from './application/ports/faults.ts';

/**
 * Ends the process at a step of the protocol as a power cut would, so that tests can see what is left. Never switched
 * on in production.
 */
export function killAt(faultPoint: string | undefined): Faults {
  return faultPoint === undefined
    ? noFaults
    : {
        at: async (point) => {
          if (point === faultPoint) process.kill(process.pid, 'SIGKILL');
        },
      };
}
