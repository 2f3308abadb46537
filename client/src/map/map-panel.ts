import { randomBytes } from 'node:crypto';
import { Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { editorPage } from 'kafka-eos/map/editor-page';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { Site } from '@kafka-eos/linter/map/delivery-map';
import type { FolderMap, MapSource } from './map-source.ts';
import { openPlaceCommand, placeLink } from './place-link.ts';

/** "Exactly once where?": the drawing of `kafka-eos map`, beside the code. */
export interface MapPanel {
  readonly show: () => Promise<void>;
  readonly dispose: () => void;
}

export function openMapPanel(source: MapSource): MapPanel {
  let panel: WebviewPanel | undefined;
  let folder: string | undefined;
  let drawn = '';
  const draw = async (): Promise<void> => {
    const maps = await source.maps();
    const shown = maps.find((each) => nameOf(each) === folder) ?? maps[0];
    const state = JSON.stringify(shown?.map);
    // A page that is written again begins at its top.
    if (panel === undefined || state === drawn) return;
    drawn = state;
    panel.webview.html = pageOf(shown);
  };
  const open = (): WebviewPanel => {
    const opened = openPanel();
    drawn = '';
    opened.onDidDispose(() => {
      panel = undefined;
    });
    opened.onDidChangeViewState(({ webviewPanel }) => {
      if (webviewPanel.visible) void draw();
    });
    return opened;
  };
  const listening = source.onDidChange(() => {
    if (panel?.visible === true) void draw();
  });
  return {
    show: async () => {
      folder = await chosenFolder(await source.maps());
      panel ??= open();
      panel.reveal();
      await draw();
    },
    dispose: () => {
      listening.dispose();
      panel?.dispose();
    },
  };
}

/** Folders of a workspace have nothing in common that one picture could show. */
async function chosenFolder(maps: readonly FolderMap[]): Promise<string | undefined> {
  if (maps.length < 2) return undefined;
  return window.showQuickPick(maps.map(nameOf), { title: 'Exactly Once Where?', placeHolder: 'A folder' });
}

function nameOf({ folder }: FolderMap): string {
  return folder.name;
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

function pageOf(shown: FolderMap | undefined): string {
  const nonce = randomBytes(16).toString('base64url');
  if (shown === undefined) {
    const notices = [note('No Kafka code is in sight in this workspace.')];
    return editorPage({ map: empty, notices, explain: false, linkTo: () => '#' }, nonce);
  }
  const { folder, map } = shown;
  const linkTo = ({ file, line, column }: Site): string =>
    placeLink([Uri.joinPath(folder.uri, file).toString(), line, column]);
  return editorPage({ map, notices: map.notices, explain: true, linkTo }, nonce);
}

function note(message: string): Notice {
  return { message, incomplete: false };
}
