import { reliabilityOf } from '../../domain/recommend/reliability.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { instantText } from '../kernel/instants.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

type GetReliabilityNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'reliability'>;

/** Ten thousandths say enough of a rate. */
const rounded = (rate: number): number => Math.round(rate * 10_000) / 10_000;
const roundedOrNull = (rate: number | null): number | null => (rate === null ? null : rounded(rate));

/** Returns how well the confidences of all coaches of the partner came true. Throws COACH_NOT_FOUND. */
export const getReliability: UseCase<'getReliability', GetReliabilityNeeds> =
  (core) =>
  async (context, { coach }) => {
    await readCoach(core, context, coach);
    const { sums, calibration } = await core.reliability.of(scopeOf(context), context.now);
    const { bins, brier, calibrationError, observations } = reliabilityOf(sums);
    return {
      data: {
        bins: bins.map(({ from, to, count, predicted, observed }) => ({
          from,
          to,
          count: Math.round(count),
          predicted: roundedOrNull(predicted),
          observed: roundedOrNull(observed),
        })),
        brier: roundedOrNull(brier),
        calibrationError: roundedOrNull(calibrationError),
        observations: Math.round(observations),
        scaled: calibration !== null && calibration.steps !== null,
        calibratedAt: calibration && instantText(calibration.at),
      },
    };
  };
