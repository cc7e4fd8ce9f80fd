import { enSteps } from '../../translations/en-steps.ts';
import { addEnglish } from '../../translations/index.ts';

addEnglish(enSteps);

export { createBookingFlowSteps } from '@coach-booking/sdk';
export { backView } from './back-view.ts';
export { dropChallenge } from './challenge-view.ts';
export { chosenView } from './chosen-view.ts';
export { calendarView, confirmationView, summaryView } from './confirmation-view.ts';
export { Consequences } from './consequences.ts';
export { detailsView } from './details-view.ts';
export { tellPicked } from './events.ts';
export { dayKey, slotKey } from './keyboard.ts';
export { watchSlots } from './live.ts';
export { noneView } from './none-view.ts';
export { problemView } from './problem-view.ts';
export { servicesView } from './services-view.ts';
export { laterStyles } from './styles/index.ts';
export { zoneView } from './zone-view.ts';
