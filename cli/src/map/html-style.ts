import { markup, type Markup } from './markup.ts';

/** How the page around the picture looks. */
export const pageStyle: Markup = markup`
*{box-sizing:border-box}
body{margin:0 auto;max-width:1400px;padding:24px clamp(12px,3vw,40px) 64px;background:var(--page);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
h1{font-size:26px;margin:0}
h2{font-size:19px;margin:40px 0 8px;padding-bottom:6px;border-bottom:1px solid var(--line)}
h3{font-size:16px;margin:24px 0 2px}
small{color:var(--muted);font-weight:400}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
a{color:var(--unknown);overflow-wrap:anywhere}
header p,.facts,figcaption{color:var(--muted);margin:2px 0 10px}
figure{margin:20px 0 0}figcaption{font-size:13px;margin-top:6px}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:8px}
.legend,.notes{list-style:none;padding:0;margin:8px 0;display:flex;flex-wrap:wrap;gap:4px 22px}
.notes{display:block;border-left:4px solid var(--repeats);padding-left:12px}
table{border-collapse:collapse;width:100%;font-size:14px}
th,td{text-align:left;vertical-align:top;padding:7px 12px;border-top:1px solid var(--line)}
thead th{border-top:0;background:var(--chip);font-size:12px;color:var(--muted);font-weight:600;white-space:nowrap}
tbody th{font-weight:400}
.effects{min-width:860px}.effects th:nth-child(1){width:25%}.effects th:nth-child(2){width:13%}.effects th:nth-child(3){width:12%}.effects th:nth-child(4){width:23%}.effects th:nth-child(5){width:14%}.effects td:last-child{min-width:11em}
svg{display:block}
@media(min-width:900px){svg.fits{max-width:100%;height:auto}}
.once{color:var(--once)}.repeats{color:var(--repeats)}.lost{color:var(--lost)}.unknown{color:var(--unknown)}
.verdict{font-weight:600;white-space:nowrap}
h3 .verdict{font-size:14px;margin-left:8px}
.in{color:var(--once)}.beside{color:var(--lost)}
pre{background:var(--chip);border:1px solid var(--line);border-radius:6px;padding:10px 12px;overflow:auto;font-size:13px;margin:6px 0}
dt{margin-top:14px;font-weight:600}dd{margin:0 0 0 18px}dd p{margin:4px 0}
@media print{.scroll{overflow:visible}}`;
