import type { Finding } from '@kafka-eos/linter/finding';
import type { Rule } from 'eslint';
import { findingText, type Detail } from './finding-text.ts';
import { hostFixes, type Replacement } from './host-fixes.ts';

/** Shows a finding in the host; `text` is the file's, without a byte order mark. */
export function reportFinding(finding: Finding, text: string, detail: Detail): (context: Rule.RuleContext) => void {
  const { fix, suggestions } = hostFixes(finding, text);
  return (context) => {
    context.report({
      messageId: finding.messageId,
      data: { text: findingText(finding, detail) },
      loc: { start: hostPosition(finding.start), end: hostPosition(finding.end) },
      fix: fix === undefined ? null : applied(fix),
      suggest: suggestions.map((each) => ({ desc: each.title, fix: applied(each) })),
    });
  };
}

/** Lines break at the same characters there and here; columns begin with zero there. */
function hostPosition({ line, column }: Finding['start']): Finding['start'] {
  return { line, column: column - 1 };
}

function applied({ start, end, text }: Replacement): (fixer: Rule.RuleFixer) => Rule.Fix {
  return (fixer) => fixer.replaceTextRange([start, end], text);
}
