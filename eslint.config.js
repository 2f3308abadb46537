import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    name: 'not-ours-to-lint',
    // Stubs are data for the analyzer; fixtures and examples contain traps on purpose.
    ignores: [
      '**/dist/',
      '**/node_modules/',
      'coverage/',
      'libraries/{kafka,sinks,platform}/',
      'test-fixtures/',
      'drills/fixtures/',
      'examples/',
    ],
  },
  eslint.configs.recommended,
  {
    name: 'readable-sizes',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', { max: 12, variant: 'modified' }],
      'max-depth': ['error', 4],
      eqeqeq: 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    name: 'typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The compiler reports these already, and lets `_name` stand for "not needed here".
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  {
    name: 'door-to-the-compiler',
    // The compiler's API types some nodes loosely; the casts that this needs stay in one folder.
    files: ['analyzer/src/program/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  {
    name: 'loading-of-the-compiler',
    files: ['analyzer/src/typescript.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    name: 'tests',
    files: ['**/*.test.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    name: 'plain-javascript',
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
);
