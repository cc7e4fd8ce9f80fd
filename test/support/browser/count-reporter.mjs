/**
 * Ends a run with one line `browser tests: N passed, N failed, N skipped`; files that could not be run count as failed.
 */
export function countReporter() {
  return {
    stop({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const tests = all(session.testResults);
        for (const test of tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        if (!session.passed && tests.every((test) => test.passed || test.skipped)) total.failed += 1;
      }
      console.log(`browser tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
    },
  };
}

const all = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(all)] : []);
