import { analyze } from '@kafka-eos/analyzer';
import { libraryStubs } from '@kafka-eos/libraries';
import { allRules } from '@kafka-eos/rules';
import type { LintEngine } from './engine.ts';

/** The product's own analyzer, stubs and rules. */
export const defaultEngine: LintEngine = { analyze, libraries: libraryStubs(), rules: allRules };
