const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];
const tests = '[.]test[.]ts$|^packages/[^/]+/test/';
const src = 'packages/server/src';
const published =
  '^packages/(sdk/src/(index|testing/index)|elements/src/(index|coach-booking/define|coach-calendar/define))[.]ts$';
/** Parts of the elements that stand in hosted pages too, by names of `internal/`, and the states of their tests. */
const elementParts =
  '^packages/elements/(src/(coach-calendar/(coach-calendar|connect|panels/(schedule/hours-editor|time-off/time-off-form))|coach-booking/steps/text-keys)\\.ts$|test/)';
const internal = '^packages/elements/src/internal/';

/** Nothing of `from` (its tests apart, unless `testsToo`) may import anything of `to`. */
const arrow = (name, comment, from, to, testsToo = false) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, ...(testsToo ? {} : { pathNot: tests }) } : from,
  to: typeof to === 'string' ? { path: to } : to,
});

/**
 * The floors of the use cases, the lowest first: a folder imports only itself and the floors below, so that folders
 * cannot stand in a circle. On top, in `application/` itself, is what puts them together. Types count.
 * docs/decisions/0040-application-floors.md says what each is for.
 */
const floors = [
  ['kernel'],
  ['ports'],
  ['access', 'audit', 'idempotency', 'mail', 'pages'],
  ['feed', 'rendering'],
  ['coach-head'],
  ['claiming', 'people', 'partner'],
  ['funnel', 'guests', 'hour-counts', 'incentives', 'intake', 'meetings', 'messaging'],
  [
    'accounts',
    'calendar-feeds',
    'clients',
    'coaches',
    'leads',
    'live',
    'notifications',
    'provider-connections',
    'push',
    'schedule',
    'services',
    'slots',
    'sweep',
  ],
  ['external-records', 'recommendations'],
  ['google', 'microsoft'],
  ['bookings', 'calendars-in', 'holds', 'logs', 'meeting-hosts', 'operator', 'recovery', 'staff'],
  ['team', 'webhooks'],
  ['admin', 'bursts', 'calendar', 'imports', 'messages', 'setup', 'stats', 'zones'],
  ['resume', 'templates', 'video'],
];
const foldersOf = (some) => some.flat().join('|');
const floorRules = floors.map((folders, at) =>
  arrow(
    'application-floors',
    'A folder of use cases imports itself and the floors below it.',
    `^${src}/application/(${foldersOf(folders)})/`,
    { path: `^${src}/application/`, pathNot: `^${src}/application/($1|${foldersOf(floors.slice(0, at))})/` },
  ),
);

/** The arrows of the house. test/architecture proves that each rule catches what it is for. */
module.exports = {
  forbidden: [
    arrow(
      'no-circle',
      'Two modules that need each other are one, or hide a third. A type, or a part fetched later by import(), is not needed to begin.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import', 'dynamic-import'] } },
    ),
    arrow(
      'ships-without-tests',
      'What ships imports nothing that tests.',
      { path: '^(packages/[^/]+/src|scripts|rollup[.]config)', pathNot: [tests, '^scripts/(bench|pictures)[.]mjs'] },
      {
        path: '^(packages/[^/]+/test|test)/',
      },
    ),
    arrow(
      'resolves',
      'An import that leads nowhere, unless into what the build writes.',
      {},
      { couldNotResolve: true, pathNot: '/dist/' },
    ),
    arrow('declared-packages', 'What a package imports stands in its own package.json.', '^packages/[^/]+/src', {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
      // What the build takes into the bundle.
      pathNot: ['[.]json$', '^packages/(contract|time)/', 'node_modules/(@date-fns/utc|date-fns)/'],
      dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional'],
    }),

    arrow(
      'embedded-mongodb-knows-nobody',
      'It speaks the MongoDB wire and nothing else.',
      '^packages/embedded-mongodb/',
      '^packages/(?!embedded-mongodb/)',
      true,
    ),
    arrow(
      'server-knows-the-contract',
      'Server and SDK share the contract and time alone.',
      '^packages/server/',
      '^packages/(sdk|elements|hosted)/',
      true,
    ),
    arrow(
      'sdk-knows-the-contract',
      'Server and SDK share the contract alone.',
      '^packages/sdk/',
      '^packages/(server|elements|hosted|embedded-mongodb)/',
      true,
    ),
    arrow(
      'elements-know-the-sdk',
      'An element never reaches the server.',
      '^packages/elements/',
      '^packages/(server|embedded-mongodb)/',
      true,
    ),
    arrow(
      'hosted-knows-elements',
      'A hosted page is made of elements and the SDK, counts by time, and asks the server over HTTP.',
      '^packages/hosted/',
      '^packages/(?!(hosted|elements|sdk|time)/)',
      true,
    ),
    arrow(
      'elements-know-no-page',
      'What is published knows nothing of the pages made of it.',
      '^packages/elements/',
      '^packages/hosted/',
      true,
    ),
    arrow(
      'published-names-only',
      'Another package, and an example, is reached by the names it publishes.',
      { path: '^(packages/([^/]+)|examples)/', pathNot: '^packages/hosted/' },
      { path: '^packages/(sdk|elements|hosted)/', pathNot: ['^packages/$2/', published] },
    ),
    arrow(
      'hosted-by-names',
      'Hosted pages also use what the elements share, by the names of `internal/`.',
      '^packages/hosted/',
      { path: '^packages/(sdk|elements)/', pathNot: [published, internal, elementParts] },
      true,
    ),
    arrow('internal-is-below', 'What the elements share knows neither of them.', internal, {
      path: '^packages/elements/src/',
      pathNot: [internal, '^packages/elements/src/translations/'],
    }),

    arrow('contract-knows-nobody', 'The contract is what openapi.yaml says.', '^packages/contract/', {
      pathNot: '^packages/contract/',
    }),
    arrow(
      'contract-below-the-sdk',
      'Elements and pages know the contract by what the SDK makes of it.',
      '^packages/(elements|hosted|embedded-mongodb)/',
      '^packages/contract/',
      true,
    ),
    arrow('time-knows-nobody', 'Time is below everything.', '^packages/time/', '^packages/(?!time/)', true),
    arrow('domain-is-pure', 'The domain imports the domain and time only.', `^${src}/domain/`, {
      path: [`^${src}/(?!domain/)`, '^packages/(?!server|time)'],
    }),
    arrow('domain-has-no-packages', 'Nor npm packages, nor Node.', `^(${src}/domain|packages/time/src)/`, {
      dependencyTypes: [...npm, 'core'],
      pathNot: [
        '^packages/time/src/',
        'node_modules/moment-timezone/data/packed/latest[.]json$',
        'node_modules/(@date-fns/utc|date-fns)/',
      ],
    }),
    arrow(
      'application-knows-no-adapters',
      'Use cases know the domain and their ports.',
      `^${src}/application/`,
      `^${src}/(?!domain/|application/)`,
    ),
    arrow('application-has-no-frameworks', 'Express and Mongoose are adapters’ matters.', `^${src}/application/`, {
      path: 'node_modules/(express|mongoose|mongodb|express-openapi-validator|pino|pino-http)/',
    }),
    ...floorRules,
    arrow(
      'application-has-floors',
      'Each folder of use cases stands on a floor.',
      `^${src}/application/(?!(${foldersOf(floors)})/)[^/]+/`,
      {},
    ),
    arrow(
      'demo-is-composed',
      'Demo data is laid on the application from outside.',
      `^${src}/(domain|application|adapters)/`,
      `^${src}/demo/`,
    ),
    arrow(
      'adapters-do-not-meet',
      'Adapters implement ports and never import each other.',
      { path: `^${src}/adapters/([^/]+)/`, pathNot: tests },
      { path: `^${src}/adapters/`, pathNot: `^${src}/adapters/$1/` },
    ),
    arrow(
      'adapters-are-composed',
      'Composition imports adapters, not the other way round.',
      `^${src}/adapters/`,
      `^${src}/(compose|main|index)\\b`,
    ),
    arrow(
      'only-composition-knows-adapters',
      'compose is the only place that knows everything.',
      { path: `^${src}/`, pathNot: [`^${src}/(adapters/|compose\\b)`, tests] },
      `^${src}/adapters/`,
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|examples)/[^/]+/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
