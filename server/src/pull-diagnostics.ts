import { DocumentDiagnosticReportKind, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { FolderNews } from './folder-news.ts';
import type { Subject } from './subject.ts';
import { toDiagnostic } from './to-diagnostic.ts';

export interface PullRequest {
  readonly subject: Subject | undefined;
  readonly previousResultId: string | undefined;
  readonly tell: FolderNews['tell'];
}

/** The diagnostics of one document, once its folder holds still. */
export async function pullDiagnostics(request: PullRequest): Promise<DocumentDiagnosticReport> {
  const { subject, previousResultId, tell } = request;
  if (subject === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { session, file } = subject;
  const checked = await session.current();
  tell(session, checked);
  const resultId = String(checked.version);
  // After a failure the editor keeps what it shows: it moves that along with the text, which the server cannot.
  if (previousResultId !== undefined && (checked.failure !== undefined || previousResultId === resultId)) {
    return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previousResultId };
  }
  const at = subject.locator();
  const findings = checked.findings.filter((finding) => finding.file === file);
  return {
    kind: DocumentDiagnosticReportKind.Full,
    resultId,
    items: findings.map((finding) => toDiagnostic(finding, at)),
  };
}
