import { plus, type Instant } from '@coach-booking/time/instant';
import { CALIBRATE_EVERY, calibrationOf } from '../../domain/recommend/calibration.ts';
import type { Mode } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';

export type CalibrateNeeds = Pick<Core, 'reliability'>;

/** Calibrates the confidences of the partner that is due for longest. Returns false when none was. */
export async function calibrateNext(
  { reliability }: CalibrateNeeds,
  of: { readonly mode: Mode; readonly partnerId?: string },
  now: Instant,
): Promise<boolean> {
  const due = await reliability.due(of, now);
  if (!due) return false;
  const { sums } = await reliability.of(due, now);
  await reliability.calibrate(due, calibrationOf(sums, now), plus(now, CALIBRATE_EVERY));
  return true;
}

/** Calibrates all that are due in live mode; in mode test `runDue` does it (R11). */
export async function calibrationWork(
  core: CalibrateNeeds & Pick<Core, 'realNow'>,
  isStopping: () => boolean,
): Promise<void> {
  while (!isStopping() && (await calibrateNext(core, { mode: 'live' }, core.realNow())));
}
