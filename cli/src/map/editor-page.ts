import { editorPalette } from './diagram/palette.ts';
import { page, type PageReport } from './html.ts';
import { toText } from './markup.ts';

/**
 * The page of the map for a web view of VS Code: in the colours of its theme, without a script, and with a style sheet that
 * passes only with this nonce.
 */
export function editorPage(report: PageReport, nonce: string): string {
  return toText(
    page(report, { policy: `default-src 'none'; style-src 'nonce-${nonce}'`, nonce, colours: editorPalette }),
  );
}
