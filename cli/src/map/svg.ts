import { description, draw } from './diagram/draw.ts';
import { palette, pictureStyle } from './diagram/palette.ts';
import { markup, toText } from './markup.ts';
import type { MapRenderer } from './map-report.ts';

/** A picture for a page or a repository; light or dark as its surroundings are. */
export const svg: MapRenderer = ({ map, linkTo }) => {
  const { width, height, content } = draw(map, linkTo);
  return toText(markup`<svg xmlns="http://www.w3.org/2000/svg" class="ke" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="ke-title ke-desc">
<title id="ke-title">Exactly once where?</title>
<desc id="ke-desc">${description(map)}</desc>
<style>${palette}${pictureStyle}
svg{background:var(--page)}</style>
${content}
</svg>
`);
};
