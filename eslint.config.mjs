import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';

const sources = ['**/*.ts', '**/*.mts'];
const tests = ['**/*.test.ts'];

/** The domain is told what time it is and where it runs; it never asks. */
const ambient = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The domain takes `now` as a value.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The domain takes `now` as a value.' },
  { selector: "CallExpression[callee.name='Date']", message: 'The domain takes `now` as a value.' },
  { selector: "MemberExpression[object.name='performance']", message: 'The domain takes `now` as a value.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain takes what is random as a value.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(Hours|Minutes|Seconds|Milliseconds|Day|Date|Month|FullYear|TimezoneOffset)$/]',
    message: 'Only the UTC getters: the zone of the machine is not the zone of the coach.',
  },
];

/** One dialect: a named export that is a function is a `function`, unless its type is written on the constant. */
const exportedFunctions = {
  'func-style': [
    'error',
    'declaration',
    { allowArrowFunctions: true, allowTypeAnnotation: true, overrides: { namedExports: 'declaration' } },
  ],
};

const upperCase = 'A constant of a module that is a plain number is written in UPPER_CASE.';
const numbers = [
  {
    selector:
      "Program > VariableDeclaration[kind='const'] > VariableDeclarator[id.name=/[a-z]/] > Literal.init[raw=/^[0-9]/]",
    message: upperCase,
  },
  {
    selector:
      "Program > VariableDeclaration[kind='const'] > VariableDeclarator[id.name=/[a-z]/] > BinaryExpression.init[left.raw=/^[0-9]/][right.raw=/^[0-9]/]",
    message: upperCase,
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/generated/**', '**/coverage/**', 'data/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: sources, extends: [tseslint.configs.recommended] },
  {
    files: ['packages/*/{src,test}/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: sources,
    rules: {
      eqeqeq: 'error',
      ...exportedFunctions,
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreUrls: true, ignoreRegExpLiterals: true },
      ],
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@date-fns/tz',
              message:
                'It asks the machine for offsets. Take @coach-booking/time/zone (docs/decisions/0038-time-zones.md).',
            },
            {
              name: '@open-wc/testing',
              importNames: ['waitUntil'],
              message: 'It waits one second, too little for a slow machine. Take packages/elements/test/wait-until.ts.',
            },
          ],
        },
      ],
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': 'off', // the compiler does it, and knows what types use
    },
  },
  {
    files: sources,
    ignores: [...tests, '**/test/**', 'test/**', 'examples/**'],
    rules: { 'no-restricted-syntax': ['error', ...numbers] },
  },
  { files: tests, rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  {
    files: [
      'packages/server/src/{backup,main,migrate,partner,reseal,restore,seed}.ts',
      'packages/embedded-mongodb/src/bin.ts',
      'examples/**',
      'test/**',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['packages/server/src/domain/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...numbers, ...ambient],
      'no-restricted-globals': [
        'error',
        'process',
        'performance',
        'fetch',
        'setTimeout',
        'setInterval',
        'console',
        'crypto',
      ],
    },
  },
  {
    files: ['packages/{elements,hosted}/{src,test}/**/*.ts'],
    extends: [lit.configs['flat/recommended'], litA11y.configs['flat/recommended'] ?? litA11y.configs.recommended],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'name', 'event'],
      'no-restricted-syntax': [
        'error',
        ...numbers,
        {
          selector: "MemberExpression[object.name='document'][property.name='cookie']",
          message: 'No cookies in a partner’s page.',
        },
        {
          selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
          message: 'Trusted Types forbid it.',
        },
      ],
    },
  },
);
