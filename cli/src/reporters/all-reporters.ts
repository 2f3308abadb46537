import { compact } from './compact.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Format } from '../check/check-options.ts';
import type { Reporter } from './report.ts';
import { sarif } from './sarif.ts';

export const reporters: Readonly<Record<Format, Reporter>> = { pretty, compact, json, sarif, github };
