import { safe, safeJson } from '../terminal/safe.ts';
import type { Reporter } from './report.ts';

/** The format's version: raised when a reader of the old one would misread the new one. */
const version = 1;

/** One object, for programs. */
export const json: Reporter = ({ summary, durationMs, findings, notices }) => {
  const { files, handlers, transactions, errors, warnings, infos } = summary;
  const report = {
    version,
    summary: { files, handlers, transactions, errors, warnings, infos, durationMs: Math.round(durationMs) },
    findings,
    notices: notices.map(({ message, file }) => (file === undefined ? { message } : { message, file })),
  };
  return safe`${safeJson(report)}\n`;
};
