import type { Rule } from 'eslint';
import type { LintedFile } from './judge-file.ts';

/** The file that a rule runs on; undefined for a part of a file, such as a code block in Markdown: no program contains it. */
export function lintedFile({
  filename,
  physicalFilename,
  cwd,
  settings,
  sourceCode,
}: Rule.RuleContext): LintedFile | undefined {
  return filename === physicalFilename ? { filename, cwd, text: sourceCode.text, settings } : undefined;
}
