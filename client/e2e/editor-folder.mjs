import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the editor is installed: it is too large to lie among the packages of the repository. */
export const editorFolder = process.env.KAFKA_EOS_EDITOR ?? join(tmpdir(), 'kafka-eos-editor');
export const serverFolder = join(editorFolder, 'node_modules/code-server/lib/vscode');
