import { joinPath, relativePath } from '@kafka-eos/analyzer/program/paths';
import {
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { pathOf } from './file-uri.ts';
import type { FolderNews } from './folder-news.ts';
import type { Checked, FolderSession } from './folder-session.ts';
import type { Locator } from './locate.ts';
import { toDiagnostic } from './to-diagnostic.ts';

export interface WorkspaceReportRequest {
  readonly sessions: readonly FolderSession[];
  readonly previous: readonly PreviousResultId[];
  readonly locator: (session: FolderSession) => Locator;
  readonly owns: (session: FolderSession, path: string) => boolean;
  readonly tell: FolderNews['tell'];
}

/** The diagnostics of every file that has some, and of every file that had some when the editor asked before. */
export async function workspaceDiagnostics(request: WorkspaceReportRequest): Promise<WorkspaceDiagnosticReport> {
  const reports = request.sessions.map(async (session) => {
    const checked = await session.current();
    request.tell(session, checked);
    return folderReport(request, session, checked);
  });
  return { items: (await Promise.all(reports)).flat() };
}

function folderReport(
  { previous, locator, owns }: WorkspaceReportRequest,
  session: FolderSession,
  checked: Checked,
): readonly WorkspaceDocumentDiagnosticReport[] {
  const at = locator(session);
  const resultId = String(checked.version);
  const known = new Map(
    previous.flatMap(({ uri, value }) => {
      const path = pathOf(uri);
      return path !== undefined && owns(session, path)
        ? [[relativePath(session.root, path), { uri, value }] as const]
        : [];
    }),
  );
  const found = checked.findings.map(({ file }) => file).filter((file) => owns(session, joinPath(session.root, file)));
  return [...new Set([...found, ...known.keys()])].sort().map((file) => {
    const before = known.get(file);
    const uri = before?.uri ?? at.uri(file);
    const version = at.version(file);
    // After a failure the editor keeps what it shows.
    if (before !== undefined && (checked.failure !== undefined || before.value === resultId)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: before.value };
    }
    const items = checked.findings
      .filter((finding) => finding.file === file)
      .map((finding) => toDiagnostic(finding, at));
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
  });
}
