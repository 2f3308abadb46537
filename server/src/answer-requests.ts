import type { CancellationToken, DiagnosticServerCancellationData, ResponseError } from 'vscode-languageserver';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { documentLinks } from './document-links.ts';
import { explain, explainCommand } from './explain.ts';
import { withEdit } from './fix-all.ts';
import { hover } from './hover.ts';
import { locatorFor } from './locate.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import type { Server } from './server.ts';
import { subjectOf, type Subject } from './subject.ts';
import { untilCancelled } from './until-cancelled.ts';
import { answerViews } from './view-requests.ts';
import { workspaceDiagnostics } from './workspace-diagnostics.ts';

type Cancellation = DiagnosticServerCancellationData;

/** Answers whatever an editor asks; `pages` is where the pages about rules are. */
export function answerRequests(server: Server, pages: string): void {
  const { connection, documents, workspace, rules, features, options } = server;
  const subjectAt = (uri: string): Subject | undefined => subjectOf(uri, documents, workspace, features());
  const about = <Answer>(
    { uri }: { readonly uri: string },
    token: CancellationToken,
    answer: (subject: Subject) => Promise<Answer>,
  ): Promise<Answer | ResponseError> | null => {
    const subject = subjectAt(uri);
    return subject === undefined ? null : untilCancelled(token, answer(subject));
  };
  answerDiagnostics(server, subjectAt);
  answerViews(connection, workspace);
  connection.onCodeAction((params, token) =>
    about(params.textDocument, token, async (subject) => [...(await codeActions(params, subject))]),
  );
  connection.onCodeActionResolve((action, token) => untilCancelled(token, withEdit(action, subjectAt)));
  connection.onCodeLens(({ textDocument }, token) =>
    about(textDocument, token, (subject) => codeLenses(subject, options().lensCommand)),
  );
  connection.onHover(({ textDocument, position }, token) =>
    about(textDocument, token, (subject) => hover(position, subject)),
  );
  connection.onDocumentLinks(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? null : documentLinks(document, rules);
  });
  connection.onExecuteCommand(async ({ command, arguments: [page] = [] }) => {
    if (command === explainCommand) await explain(connection, features().showDocument, page, pages);
    return null;
  });
}

function answerDiagnostics(server: Server, subjectAt: (uri: string) => Subject | undefined): void {
  const { documents, workspace, news } = server;
  const { diagnostics } = server.connection.languages;
  diagnostics.on(({ textDocument, previousResultId }, token) => {
    const report = pullDiagnostics({ subject: subjectAt(textDocument.uri), previousResultId, tell: news.tell });
    return untilCancelled<Awaited<typeof report>, Cancellation>(token, report);
  });
  diagnostics.onWorkspace(({ previousResultIds }, token) => {
    const report = workspaceDiagnostics({
      sessions: workspace.sessions(),
      previous: previousResultIds,
      locator: ({ root }) => locatorFor(root, documents.all()),
      owns: (session, path) => workspace.ownerOf(path) === session,
      tell: news.tell,
    });
    return untilCancelled<Awaited<typeof report>, Cancellation>(token, report);
  });
}
