import { cleanLine, join, safe } from '../terminal/safe.ts';
import type { Reporter } from './report.ts';

/** One line per finding, for editors and `grep`; nothing when there is none. */
export const compact: Reporter = ({ findings, shownPath }) =>
  join(
    findings.map(({ file, start, severity, message, rule }) => {
      const place = safe`${cleanLine(shownPath(file))}:${start.line}:${start.column}`;
      return safe`${place}: ${cleanLine(severity)}: ${cleanLine(message)} [${cleanLine(rule)}]\n`;
    }),
    '',
  );
