import { lstatSync, renameSync, rmSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf, type WriteProblem } from './replace-file.ts';

/** Writes a report in one step. A link is not followed: in somebody's repository it may lead anywhere. */
export function writeReport(path: string, text: string): WriteProblem {
  try {
    const target = statOf(path, statSync);
    if (target?.isDirectory() === true) return 'it is a folder';
    // `/dev/stdout`, a pipe: there is nothing to exchange.
    if (target !== undefined && !target.isFile()) return writeThrough(path, text);
    if (statOf(path, lstatSync)?.isSymbolicLink() === true) return 'it is a link; name the file itself';
    const temporary = join(dirname(path), `.kafka-eos-report-${process.pid}.tmp`);
    try {
      writeFileSync(temporary, text, { flag: 'wx' });
      renameSync(temporary, path);
      return undefined;
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    return reasonOf(error) === 'ENOENT' ? 'its folder does not exist' : reasonOf(error);
  }
}

function writeThrough(path: string, text: string): WriteProblem {
  writeFileSync(path, text);
  return undefined;
}

function statOf(path: string, stat: (path: string) => Stats): Stats | undefined {
  try {
    return stat(path);
  } catch {
    return undefined;
  }
}
