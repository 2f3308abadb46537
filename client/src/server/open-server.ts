import { Uri, window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  vsdiag,
  type ErrorHandler,
  type LanguageClientOptions,
  type Middleware,
} from 'vscode-languageclient/node';
import { openKeptDiagnostics, type KeptDiagnostics } from './kept-diagnostics.ts';
import { openRestartLimit } from './restart-limit.ts';
import type { ServerState } from './server-state.ts';

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'];

/** The language server, started again when it crashes, as long as that seems to help. */
export interface RunningServer {
  readonly client: LanguageClient;
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly dispose: () => void;
}

export interface ServerRequest {
  /** The server's module. */
  readonly module: string;
  readonly output: LogOutputChannel;
  /** The command that a chosen code lens runs. */
  readonly lensCommand: string;
  readonly changed: (state: ServerState) => void;
}

export function openServer(request: ServerRequest): RunningServer {
  const kept = openKeptDiagnostics();
  const limit = openRestartLimit();
  const restart = async (): Promise<void> => {
    limit.forget();
    kept.keep();
    await (client.isRunning() ? client.restart() : client.start());
  };
  const client = new LanguageClient(
    'kafka-eos',
    'Kafka EOS',
    { module: request.module, transport: TransportKind.stdio },
    optionsOf(request, kept, {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        kept.keep();
        if (limit.mayRestart(Date.now())) return restarting;
        void offerRestart(request.output, restart);
        return { action: CloseAction.DoNotRestart, message: 'The server crashed again and again.', handled: true };
      },
    }),
  );
  client.onDidChangeState(({ newState }) => {
    request.changed(states[newState]);
  });
  return {
    client,
    start: () => client.start(),
    restart,
    stop: () => client.stop(),
    dispose: () => {
      kept.dispose();
    },
  };
}

const states: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

const restarting = {
  action: CloseAction.Restart,
  message: 'The server crashed and is started again. The last findings stay until it has looked anew.',
  handled: true,
};

function optionsOf(
  { output, lensCommand }: ServerRequest,
  kept: KeptDiagnostics,
  errorHandler: ErrorHandler,
): LanguageClientOptions {
  return {
    documentSelector: languages.map((language) => ({ scheme: 'file', language })),
    diagnosticCollectionName: 'kafka-eos',
    outputChannel: output,
    traceOutputChannel: output,
    initializationOptions: { lensCommand },
    middleware: releasing(kept),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
  };
}

/** What was kept goes as soon as there is something newer. A request that failed says nothing, not that all is well. */
function releasing(kept: KeptDiagnostics): Middleware {
  return {
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const report = await next(document, previousResultId, token);
      // Every report of the server has an id; the client makes up an empty one where there is none.
      if (report?.resultId === undefined) return { kind: unchanged, resultId: previousResultId ?? '' };
      kept.release(document instanceof Uri ? document : document.uri);
      return report;
    },
    provideWorkspaceDiagnostics: (resultIds, token, reporter, next) =>
      next(resultIds, token, (chunk) => {
        if (chunk !== null) kept.release();
        reporter(chunk);
      }),
  };
}

const unchanged = vsdiag.DocumentDiagnosticReportKind.unChanged;

async function offerRestart(output: LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const [again, log] = ['Start Again', 'Show Log'];
  const message =
    'Kafka EOS: the server crashed five times in three minutes and is not started again. What it found last stays.';
  const chosen = await window.showErrorMessage(message, again, log);
  if (chosen === again) await restart();
  if (chosen === log) output.show();
}
