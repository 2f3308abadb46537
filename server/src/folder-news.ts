import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { Checked, FolderSession } from './folder-session.ts';
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
}

interface Told {
  readonly failure: string | undefined;
  readonly notices: readonly string[];
}

export function openFolderNews({ connection, ...request }: FolderNewsRequest): FolderNews {
  const told = new Map<FolderSession, Told>();
  const pushed = pushDiagnostics({
    ...request,
    send: (params) => {
      void connection.sendDiagnostics(params);
    },
  });
  const tell = (session: FolderSession, { failure, notices }: Checked): void => {
    const before = told.get(session);
    if (failure !== undefined && failure !== before?.failure) {
      const message = `kafka-eos: ${failure}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    }
    for (const notice of notices) if (before?.notices.includes(notice) !== true) connection.console.info(notice);
    told.set(session, { failure, notices });
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
