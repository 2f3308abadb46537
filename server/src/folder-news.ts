import { CodeLensRefreshRequest, MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Checked, FolderSession } from './folder-session.ts';
import { unlessRefused } from './unless-refused.ts';
import { pushDiagnostics, type PushRequest } from './push-diagnostics.ts';

/** What an editor is told about a folder without asking. */
export interface FolderNews {
  /** Says what went wrong, and logs what was left out; the same words only once in a row. */
  readonly tell: (session: FolderSession, checked: Checked) => void;
  /** Sends the diagnostics of the folder as soon as it holds still. */
  readonly push: (session: FolderSession) => Promise<void>;
  readonly forget: (session: FolderSession) => void;
}

export interface FolderNewsRequest extends Omit<PushRequest, 'send'> {
  readonly connection: Connection;
  /** Whether the editor can be told that code lenses may have changed in files that it did not touch. */
  readonly refreshesLenses: () => boolean;
}

interface Told {
  readonly failure: string | undefined;
  readonly notices: readonly string[];
  /** The findings, without what moves with the text. */
  readonly gist: string;
}

export function openFolderNews({ connection, refreshesLenses, ...request }: FolderNewsRequest): FolderNews {
  const told = new Map<FolderSession, Told>();
  const pushed = pushDiagnostics({
    ...request,
    send: (params) => {
      void connection.sendDiagnostics(params);
    },
  });
  const tell = (session: FolderSession, checked: Checked): void => {
    const { failure, notices } = checked;
    const gist = gistOf(checked);
    const before = told.get(session);
    if (failure !== undefined && failure !== before?.failure) {
      const message = `kafka-eos: ${failure}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    }
    for (const notice of notices) if (before?.notices.includes(notice) !== true) connection.console.info(notice);
    if (refreshesLenses() && before !== undefined && before.gist !== gist) {
      unlessRefused(connection.sendRequest(CodeLensRefreshRequest.type));
    }
    told.set(session, { failure, notices, gist });
  };
  return {
    tell,
    push: async (session) => {
      const checked = await session.current();
      tell(session, checked);
      pushed.publish(session, checked);
    },
    forget: (session) => {
      told.delete(session);
      pushed.clear(session);
    },
  };
}

function gistOf({ findings }: Checked): string {
  return findings.map(({ file, rule, messageId }) => `${file} ${rule} ${messageId}`).join('\n');
}
