import { addBins, reliabilityOf, type Reliability } from '../../domain/recommend/reliability.ts';
import type { Mode } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';

/** Returns how well the confidences of all partners came true when each was last calibrated. */
export async function reliabilityOfAll({ reliability }: Pick<Core, 'reliability'>, mode: Mode): Promise<Reliability> {
  const calibrations = await reliability.calibrations(mode);
  return reliabilityOf(addBins(calibrations.map(({ sums }) => sums)));
}
