import type { Finding } from '@kafka-eos/linter/finding';
import { suppressionRules } from '@kafka-eos/linter/rule-url';
import { CodeActionKind, type CodeAction, type Position, type WorkspaceEdit } from 'vscode-languageserver';
import { editOf, snippetEditOf } from './edit-of.ts';
import type { Subject } from './subject.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** The reason is left to whoever writes it: until there is one, the linter says so and the finding stays. */
export function disableActions(findings: readonly Finding[], subject: Subject): readonly CodeAction[] {
  const at = subject.locator();
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const { line } = at.range(finding).start;
    const key = `${line} ${finding.rule}`;
    if (seen.has(key) || suppressionRules.some((rule) => rule === finding.rule)) return [];
    seen.add(key);
    return [
      {
        title: `Disable ${finding.rule} for this line (add a reason)`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, at)],
        edit: commentAbove(finding.rule, line, subject),
      },
    ];
  });
}

function commentAbove(rule: string, line: number, subject: Subject): WorkspaceEdit {
  const { document, file, features } = subject;
  const start: Position = { line, character: 0 };
  const text = document.getText({ start, end: { line: line + 1, character: 0 } });
  const indent = /^[\t ]*/.exec(text)?.[0] ?? '';
  const lineBreak = /\r?\n$/.exec(text)?.[0] ?? '\n';
  const comment = `${indent}// kafka-eos-disable-next-line ${rule} -- `;
  const range = { start, end: start };
  return features.snippetEdits
    ? snippetEditOf({ range, snippet: { kind: 'snippet', value: `${comment}\${1:reason}${lineBreak}` } }, subject)
    : editOf([{ file, range, newText: `${comment}${lineBreak}` }], subject);
}
