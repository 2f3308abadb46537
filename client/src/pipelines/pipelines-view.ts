import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, type Disposable } from 'vscode';
import type { MapSource } from '../map/map-source.ts';
import { openPlaceCommand } from '../map/place-link.ts';
import { pipelineNodes, type PipelineNode } from './pipeline-nodes.ts';

interface Entry {
  readonly node: PipelineNode;
  readonly root: Uri;
  /** Of a folder among others, its name. */
  readonly folder: string;
}

const icons: Readonly<Record<PipelineNode['icon'], readonly [icon: string, colour?: string]>> = {
  consumer: ['inbox'],
  handler: ['symbol-function'],
  once: ['pass', 'testing.iconPassed'],
  repeats: ['sync', 'editorWarning.foreground'],
  lost: ['error', 'editorError.foreground'],
  unknown: ['question'],
};

/** Consumer → handler → effects with their guarantees; a click goes to the code. */
export function openPipelinesView(source: MapSource): Disposable {
  return window.createTreeView<Entry>('kafka-eos.pipelines', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: source.onDidChange,
      getChildren: async (entry) => {
        if (entry !== undefined) return entry.node.children.map((node) => ({ ...entry, folder: '', node }));
        const maps = await source.maps();
        return maps.flatMap(({ folder, map }) =>
          pipelineNodes(map).map((node) => ({
            node,
            root: folder.uri,
            folder: maps.length > 1 ? folder.name : '',
          })),
        );
      },
      getTreeItem: itemOf,
    },
  });
}

function itemOf({ node, root, folder }: Entry): TreeItem {
  const { label, description, tooltip, at, children } = node;
  const [icon, colour] = icons[node.icon];
  const item = new TreeItem(
    label,
    children.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Expanded,
  );
  const place = `${at.file}:${String(at.line)}`;
  item.id = `${root.toString()} ${node.id}`;
  item.description = [description, folder].filter((part) => part !== '').join(' · ');
  item.tooltip = `${tooltip}\n${place}`;
  item.iconPath = new ThemeIcon(icon, colour === undefined ? undefined : new ThemeColor(colour));
  item.command = {
    command: openPlaceCommand,
    title: 'Go to Code',
    arguments: [Uri.joinPath(root, at.file).toString(), at.line, at.column],
  };
  item.accessibilityInformation = { label: `${label}, ${item.description}, ${place}` };
  return item;
}
