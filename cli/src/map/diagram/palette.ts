import { markup, type Markup } from '../markup.ts';

// Colours of the picture and of the page around it. Each text colour has a contrast of at least 4.5 with what it stands on.
const light = markup`--page:#ffffff;--card:#ffffff;--line:#d0d7de;--text:#1f2328;--muted:#59636e;--once:#116329;--repeats:#7d4e00;--lost:#b3151f;--unknown:#0550ae;--read:#6e7781;--frame:#eaf7ee;--frame-line:#4ac26b;--chip:#f6f8fa`;
const dark = markup`--page:#0d1117;--card:#161b22;--line:#3d444d;--text:#e6edf3;--muted:#9da7b3;--once:#56d364;--repeats:#e3b341;--lost:#ff8a80;--unknown:#79c0ff;--read:#848d97;--frame:#12261e;--frame-line:#2ea043;--chip:#21262d`;

/** Light or dark as the reader's system is. */
export const palette: Markup = markup`
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}`;

/**
 * Light or dark as the theme of VS Code is, which it says with a class of the body; high contrast has lines in the colour of
 * the text.
 */
export const editorPalette: Markup = markup`
body{${light}}
body.vscode-dark,body.vscode-high-contrast{${dark}}
body.vscode-high-contrast-light{${light}}
body[class]{--page:var(--vscode-editor-background);--text:var(--vscode-editor-foreground)}
body.vscode-high-contrast,body.vscode-high-contrast-light{--line:var(--vscode-contrastBorder);--muted:var(--text);--card:var(--page);--chip:var(--page);--frame:var(--page)}
a:focus-visible,.scroll:focus-visible{outline:2px solid var(--vscode-focusBorder);outline-offset:2px}`;

/** How the parts of the picture look. */
export const pictureStyle: Markup = markup`
.ke{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--text)}
.ke .code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12px}
.ke .title{font-weight:600;font-size:14px}
.ke .small{font-size:11px;fill:var(--muted)}
.ke .note{font-size:12px;fill:var(--muted)}
.ke .heading{font-size:11px;font-weight:600;fill:var(--muted)}
.ke .card{fill:var(--card);stroke:var(--line)}
.ke .frame{fill:var(--frame);stroke:var(--frame-line)}
.ke .topic{fill:var(--chip);stroke:var(--read)}
.ke .open{stroke-dasharray:4 3}
.ke .once{fill:var(--once)}.ke .repeats{fill:var(--repeats)}.ke .lost{fill:var(--lost)}.ke .unknown{fill:var(--unknown)}
.ke .right{font-size:12px;font-weight:600}
.ke a{text-decoration:none}.ke a:hover text,.ke a:focus text{text-decoration:underline}
.ke .edge{fill:none;stroke-width:1.6;opacity:.85}
.ke .edge.read{stroke:var(--read)}.ke .edge.once{stroke:var(--once)}.ke .edge.repeats{stroke:var(--repeats)}.ke .edge.lost{stroke:var(--lost)}.ke .edge.unknown{stroke:var(--unknown)}
.ke .edge.dashed{stroke-dasharray:6 4;stroke:var(--repeats)}
.ke .tip.read,.ke .right.read{fill:var(--read)}`;
