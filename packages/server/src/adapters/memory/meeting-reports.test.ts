import { meetingReportsSuite } from '../../../test/stores/meeting-reports-suite.ts';
import { createMemoryMeetingReports } from './meeting-reports.ts';
import { createMemoryState } from './memory-state.ts';

const reports = createMemoryMeetingReports(createMemoryState());
meetingReportsSuite(() => reports);
