import type { Finding } from '@kafka-eos/linter/finding';
import { CodeActionKind, type CodeAction, type CodeActionParams, type Range } from 'vscode-languageserver';
import { disableActions } from './disable-action.ts';
import { editOf } from './edit-of.ts';
import { explainActions } from './explain.ts';
import { fixAllAction, fixAllKind, ruleFixActions } from './fix-all.ts';
import { touches } from './ranges.ts';
import type { Subject } from './subject.ts';
import { titled } from './titled.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** Source actions are for whoever asks for them, as an editor does when it saves; quick fixes are for the light bulb. */
export async function codeActions(
  { range, context }: CodeActionParams,
  subject: Subject,
): Promise<readonly CodeAction[]> {
  const asked = (kind: string): boolean =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) === true;
  const actions: CodeAction[] = [];
  if (asked(fixAllKind)) actions.push(...(await fixAllAction(subject)));
  if (context.only === undefined || asked(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(range, subject)));
  return actions;
}

/** Verifying a fix costs an analysis: only the fixes of what is under the cursor are. */
async function quickFixes(range: Range, subject: Subject): Promise<readonly CodeAction[]> {
  const { session, file } = subject;
  const { findings, failure } = await session.current();
  const at = subject.locator();
  const isHere = (finding: Finding): boolean => finding.file === file && touches(at.range(finding), range);
  const lines = findings.filter(isHere).flatMap(({ start, end }) => [start.line, end.line]);
  if (failure !== undefined || lines.length === 0) return [];
  const answer = await session.ask({ kind: 'fixes', file, from: Math.min(...lines), to: Math.max(...lines) });
  const here = answer?.result.findings.filter(isHere) ?? [];
  return [
    ...here.flatMap((finding) => fixActions(finding, subject)),
    ...(await ruleFixActions(here, findings, subject)),
    ...disableActions(here, subject),
    ...explainActions(here),
  ];
}

function fixActions(finding: Finding, subject: Subject): readonly CodeAction[] {
  const at = subject.locator();
  return finding.fixes
    .filter(({ safety }) => safety !== 'example')
    .map((fix) => ({
      title: titled(fix.title, fix.safety),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, at)],
      isPreferred: fix.safety === 'safe',
      edit: editOf(
        fix.edits.map((edit) => ({ file: edit.file, range: at.range(edit), newText: edit.text })),
        subject,
      ),
    }));
}
