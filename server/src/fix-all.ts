import type { Finding } from '@kafka-eos/linter/finding';
import type { FixLevel } from '@kafka-eos/linter/fixes/plan-fixes';
import { CodeActionKind, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { editOf } from './edit-of.ts';
import { replaceLines } from './replace-lines.ts';
import type { Subject } from './subject.ts';
import { titled } from './titled.ts';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.kafka-eos`;

/** All findings of one rule in one document; what an action carries until somebody chooses it. */
export interface RuleFix {
  readonly uri: string;
  readonly rule: string;
  readonly level: FixLevel;
}

/** Every safe fix of the document. */
export async function fixAllAction(subject: Subject): Promise<readonly CodeAction[]> {
  const edit = await fixedEdit(subject, 'safe');
  return edit === undefined ? [] : [{ title: 'Apply all safe fixes of kafka-eos', kind: fixAllKind, edit }];
}

/** An action per rule of the findings that has several findings in the document, and a fix that works for one of these. */
export async function ruleFixActions(
  fixed: readonly Finding[],
  all: readonly Finding[],
  subject: Subject,
): Promise<readonly CodeAction[]> {
  const actions = [...new Set(fixed.map(({ rule }) => rule))].map(async (rule) => {
    const fixes = fixed.filter((finding) => finding.rule === rule).flatMap((finding) => finding.fixes);
    const level = fixes.some(({ safety }) => safety === 'safe') ? 'safe' : 'unsafe';
    const works = fixes.some(({ safety }) => safety !== 'example');
    const several = all.filter((finding) => finding.rule === rule && finding.file === subject.file).length > 1;
    return works && several ? ruleFixAction({ uri: subject.document.uri, rule, level }, subject) : [];
  });
  return (await Promise.all(actions)).flat();
}

async function ruleFixAction(data: RuleFix, subject: Subject): Promise<readonly CodeAction[]> {
  const action = { title: titled(`Fix all ${data.rule} in this file`, data.level), kind: CodeActionKind.QuickFix };
  if (subject.features.lateEdits) return [{ ...action, data }];
  const edit = await fixedEdit(subject, data.level, data.rule);
  return edit === undefined ? [] : [{ ...action, edit }];
}

/** The edit of an action that was handed over without it; the action itself where there is nothing to add. */
export async function withEdit(
  action: CodeAction,
  subjectAt: (uri: string) => Subject | undefined,
): Promise<CodeAction> {
  const data = ruleFixIn(action.data);
  const subject = data && subjectAt(data.uri);
  const edit = data && subject && (await fixedEdit(subject, data.level, data.rule));
  return edit === undefined ? action : { ...action, edit };
}

function ruleFixIn(data: unknown): RuleFix | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('uri' in data && 'rule' in data && 'level' in data)) return undefined;
  const { uri, rule, level } = data;
  return typeof uri === 'string' && typeof rule === 'string' && (level === 'safe' || level === 'unsafe')
    ? { uri, rule, level }
    : undefined;
}

async function fixedEdit(subject: Subject, level: FixLevel, rule?: string): Promise<WorkspaceEdit | undefined> {
  const { document, file, session } = subject;
  const version = document.version;
  const answer = await session.ask({ kind: 'fixed-text', file, level, ...(rule === undefined ? {} : { rule }) });
  const text = answer?.fixedText;
  if (text === undefined || document.version !== version) return undefined;
  return editOf([{ ...replaceLines(document, text), file }], subject);
}
