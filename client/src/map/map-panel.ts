import { randomBytes } from 'node:crypto';
import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { editorPage } from 'kafka-eos/map/editor-page';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { FolderMap, MapSource } from './map-source.ts';
import { openPlaceCommand, placeLink } from './place-link.ts';

/** "Exactly once where?": the drawing of `kafka-eos map`, beside the code. */
export interface MapPanel {
  readonly show: () => Promise<void>;
  readonly dispose: () => void;
}

export function openMapPanel(source: MapSource): MapPanel {
  let panel: WebviewPanel | undefined;
  let drawn = '';
  const draw = async (): Promise<void> => {
    const maps = await source.maps();
    const state = JSON.stringify(maps.map(({ map }) => map));
    // A page that is written again begins at its top.
    if (panel === undefined || state === drawn) return;
    drawn = state;
    panel.webview.html = pageOf(maps);
  };
  const listening = source.onDidChange(() => {
    if (panel?.visible === true) void draw();
  });
  return {
    show: async () => {
      if (panel === undefined) {
        panel = openPanel();
        drawn = '';
        panel.onDidDispose(() => {
          panel = undefined;
        });
        panel.onDidChangeViewState(({ webviewPanel }) => {
          if (webviewPanel.visible) void draw();
        });
      }
      panel.reveal();
      await draw();
    },
    dispose: () => {
      listening.dispose();
      panel?.dispose();
    },
  };
}

/** No script and no file of anybody's: a page whose links may run one command. */
function openPanel(): WebviewPanel {
  return window.createWebviewPanel('kafka-eos.map', 'Exactly once where?', ViewColumn.Active, {
    enableScripts: false,
    enableForms: false,
    enableCommandUris: [openPlaceCommand],
    localResourceRoots: [],
    enableFindWidget: true,
  });
}

const empty = {
  clients: [],
  services: [],
  pipelines: [],
  consumers: [],
  producers: [],
  topics: [],
  unknowns: [],
};

/** Of several folders, one after the other: they have nothing in common that a picture could show. */
function pageOf(maps: readonly FolderMap[]): string {
  const nonce = randomBytes(16).toString('base64url');
  const [only] = maps;
  const map = only?.map ?? empty;
  const notices =
    only === undefined
      ? [note('No Kafka code is in sight in this workspace.')]
      : [...only.map.notices, ...maps.slice(1).map(({ folder }) => note(`${folder.name} is not shown.`))];
  const linkTo = ({ file, line, column }: { file: string; line: number; column: number }): string =>
    only === undefined ? '#' : placeLink([Uri.joinPath(only.folder.uri, file).toString(), line, column]);
  return editorPage({ map, notices, explain: true, linkTo }, nonce);
}

function note(message: string): Notice {
  return { message, incomplete: false };
}
