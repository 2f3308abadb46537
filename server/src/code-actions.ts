import type { Finding, FindingFix } from '@kafka-eos/linter/finding';
import { suppressionRules } from '@kafka-eos/linter/rule-url';
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { replaceLines } from './replace-lines.ts';
import type { Subject } from './subject.ts';
import { toDiagnostic } from './to-diagnostic.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kafka-eos`;

/** Source actions are for whoever asks for them, as an editor does when it saves; quick fixes are for the light bulb. */
export async function codeActions(
  { range, context }: CodeActionParams,
  subject: Subject,
): Promise<readonly CodeAction[]> {
  const asked = (kind: string): boolean =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) === true;
  const actions: CodeAction[] = [];
  if (asked(fixAllKind)) actions.push(...(await fixAll(subject)));
  if (context.only === undefined || asked(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(range, subject)));
  return actions;
}

async function fixAll(subject: Subject): Promise<readonly CodeAction[]> {
  const { document, file, session } = subject;
  const text = await session.fixedText(file);
  if (text === undefined) return [];
  const edit = editOf([{ ...replaceLines(document, text), file }], subject);
  return [{ title: 'Apply all safe fixes of kafka-eos', kind: fixAllKind, edit }];
}

async function quickFixes(range: Range, subject: Subject): Promise<readonly CodeAction[]> {
  const { session, file } = subject;
  const { findings, failure } = await session.current();
  const at = subject.locator();
  const isHere = (finding: Finding): boolean => finding.file === file && touches(at.range(finding), range);
  if (failure !== undefined || !findings.some(isHere)) return [];
  const here = (await session.withFixes(file))?.filter(isHere) ?? [];
  return [...here.flatMap((finding) => fixActions(finding, subject)), ...disableActions(here, subject)];
}

function fixActions(finding: Finding, subject: Subject): readonly CodeAction[] {
  const at = subject.locator();
  return finding.fixes
    .filter(({ safety }) => safety !== 'example')
    .map((fix) => ({
      title: titleOf(fix),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, at)],
      isPreferred: fix.safety === 'safe',
      edit: editOf(
        fix.edits.map((edit) => ({ file: edit.file, range: at.range(edit), newText: edit.text })),
        subject,
      ),
    }));
}

function titleOf({ title, safety }: FindingFix): string {
  return safety === 'safe' ? title : `${title} (unsafe: may change what the program does)`;
}

/** The reason is left to whoever writes it: until there is one, the linter says so and the finding stays. */
function disableActions(findings: readonly Finding[], subject: Subject): readonly CodeAction[] {
  const { document, file } = subject;
  const at = subject.locator();
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const { line } = at.range(finding).start;
    const key = `${line} ${finding.rule}`;
    if (seen.has(key) || suppressionRules.some((rule) => rule === finding.rule)) return [];
    seen.add(key);
    const start = { line, character: 0 };
    const text = document.getText({ start, end: { line: line + 1, character: 0 } });
    const indent = /^[\t ]*/.exec(text)?.[0] ?? '';
    const lineBreak = /\r?\n$/.exec(text)?.[0] ?? '\n';
    const newText = `${indent}// kafka-eos-disable-next-line ${finding.rule} -- ${lineBreak}`;
    return [
      {
        title: `Disable ${finding.rule} for this line (add a reason)`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(finding, at)],
        edit: editOf([{ file, range: { start, end: start }, newText }], subject),
      },
    ];
  });
}

function editOf(edits: readonly (TextEdit & { readonly file: string })[], subject: Subject): WorkspaceEdit {
  const at = subject.locator();
  const files = [...new Set(edits.map(({ file }) => file))].map((file) => ({
    uri: at.uri(file),
    version: at.version(file),
    edits: edits.filter((edit) => edit.file === file).map(({ range, newText }) => ({ range, newText })),
  }));
  return subject.versionedEdits
    ? { documentChanges: files.map(({ uri, version, edits: own }) => ({ textDocument: { uri, version }, edits: own })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits: own }) => [uri, own])) };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
